//! The weights of the features, in plain text and in HTML.
//!
//! Fitted by logistic regression to lines of article pages that people had labelled as the article's text or not: WCXB (Murrough Foley,
//! CC BY 4.0) and the article extraction benchmark (Scrapinghub, MIT); rounded to hundredths. A positive weight speaks for the article's text.

#![allow(clippy::approx_constant, reason = "a weight near pi is a weight")]

use super::score::Weight;

/// By itself.
#[rustfmt::skip]
pub(super) const FIRST: &[Weight] = &[
    ("bias", [0.02, -0.02]), ("words 1", [-1.48, -1.09]), ("words 2", [-1.18, -0.82]), ("words 3", [-0.89, -0.59]), ("words 4-5", [-0.18, -0.12]), ("words 6-8", [0.09, 0.0]),
    ("words 9-12", [-0.28, -0.36]), ("words 13-18", [0.02, -0.09]), ("words 19-30", [0.17, 0.04]), ("words 31-60", [0.88, 0.64]), ("words 61-", [0.77, 0.56]), ("stops 0", [0.38, 0.34]),
    ("stops -15%", [0.13, 0.26]), ("stops -25%", [0.12, 0.05]), ("stops -35%", [-0.02, -0.09]), ("stops -45%", [-0.12, -0.21]), ("stops 45%-", [-0.29, -0.24]), ("capitals -10%", [0.87, 0.62]),
    ("capitals -25%", [0.45, 0.19]), ("capitals -45%", [0.04, -0.11]), ("capitals -70%", [-0.26, -0.35]), ("capitals -95%", [-0.79, -0.66]), ("capitals all", [-1.26, -0.59]), ("sentences 0", [0.12, 0.17]),
    ("sentences 1", [0.05, 0.07]), ("sentences 2", [0.01, 0.03]), ("sentences 3-", [-0.08, -0.07]), ("commas 0", [-0.24, -0.25]), ("commas 1", [-0.07, -0.1]), ("commas 2-3", [0.12, 0.03]),
    ("commas 4-", [0.28, 0.17]), ("stop short", [0.34, -0.28]), ("stop long", [0.73, 0.49]), ("no stop long", [-0.68, -0.72]), ("colon", [2.26, 1.29]), ("question", [0.22, -0.06]),
    ("ellipsis", [-2.51, -2.17]), ("small start", [-1.1, -0.77]), ("bullet", [0.11, -0.31]), ("quoted", [0.24, 0.29]), ("address", [0.13, 0.1]), ("dated", [-1.74, -2.0]),
    ("no words", [0.2, -0.04]), ("one part", [0.02, 0.2]), ("more parts", [-0.51, -0.41]), ("shouted", [-0.56, -0.66]), ("some shouted", [-0.07, 0.35]), ("figures only", [-0.64, 0.02]),
    ("figures", [0.9, 0.0]), ("navigation inside", [0.0, 0.0]), ("navigation start", [-1.84, -1.48]), ("navigation whole", [-3.19, -3.14]), ("related inside", [0.0, 0.0]), ("related start", [-0.66, -1.56]),
    ("related whole", [-2.4, -3.4]), ("share inside", [0.0, 0.0]), ("share start", [-1.84, -2.02]), ("share whole", [-2.53, -2.51]), ("newsletter inside", [-1.53, -1.66]), ("newsletter start", [-3.01, -2.92]),
    ("newsletter whole", [-2.75, -1.67]), ("advertisement inside", [0.0, 0.0]), ("advertisement start", [-0.84, -0.18]), ("advertisement whole", [-2.93, -2.17]), ("rating inside", [-0.32, -0.3]), ("rating start", [-0.97, -1.05]),
    ("rating whole", [1.24, 0.39]), ("comments inside", [-0.51, -0.42]), ("comments start", [-2.46, -1.22]), ("comments whole", [-3.4, -1.79]), ("consent inside", [-1.05, -0.61]), ("consent start", [-1.63, -1.52]),
    ("consent whole", [-2.62, -1.14]), ("legal inside", [-1.15, -0.56]), ("legal start", [-2.53, -0.9]), ("legal whole", [-2.69, -0.55]), ("byline inside", [0.0, 0.0]), ("byline start", [-1.08, -0.78]),
    ("byline whole", [-0.38, -0.67]), ("timestamp inside", [-2.18, -1.54]), ("timestamp start", [-0.22, -0.89]), ("timestamp whole", [-1.63, -1.34]), ("credit inside", [0.0, 0.0]), ("credit start", [-0.54, -1.43]),
    ("credit whole", [-0.62, -0.79]), ("other inside", [0.0, 0.0]), ("other start", [-0.5, -0.81]), ("other whole", [-1.48, -1.71]), ("phrase long", [-0.22, -0.23]), ("p", [0.0, 0.33]),
    ("li", [0.0, 1.0]), ("h1", [0.0, 1.02]), ("h2", [0.0, 1.68]), ("h3", [0.0, 1.52]), ("h4", [0.0, 0.82]), ("h5", [0.0, 0.22]),
    ("h6", [0.0, 0.3]), ("td", [0.0, -0.97]), ("th", [0.0, -0.25]), ("figcaption", [0.0, -3.15]), ("blockquote", [0.0, -1.63]), ("dt", [0.0, -1.47]),
    ("dd", [0.0, -1.15]), ("pre", [0.0, -3.29]), ("caption", [0.0, -0.18]), ("summary", [0.0, -0.51]), ("address", [0.0, -0.62]), ("div", [0.0, -1.31]),
    ("section", [0.0, -0.26]), ("article", [0.0, 1.45]), ("nav", [0.0, -3.75]), ("header", [0.0, -1.09]), ("footer", [0.0, -4.49]), ("aside", [0.0, -2.78]),
    ("article", [0.0, 0.31]), ("main", [0.0, 0.74]), ("form", [0.0, -1.95]), ("figure", [0.0, -0.89]), ("table", [0.0, 1.87]), ("ul", [0.0, 0.29]),
    ("ol", [0.0, -0.94]), ("blockquote", [0.0, 0.4]), ("section", [0.0, -0.1]), ("details", [0.0, 1.83]), ("a", [0.0, 0.41]), ("strong", [0.0, 0.86]),
    ("b", [0.0, 0.79]), ("em", [0.0, -0.04]), ("i", [0.0, 0.12]), ("button", [0.0, -2.15]), ("label", [0.0, -2.85]), ("time", [0.0, -2.15]),
    ("span", [0.0, -0.02]), ("small", [0.0, -0.39]), ("cite", [0.0, -0.65]), ("code", [0.0, 1.09]), ("body", [0.0, 0.49]), ("article", [0.0, 0.7]),
    ("content", [0.0, -0.19]), ("comment", [0.0, -5.15]), ("share", [0.0, -0.44]), ("related", [0.0, -1.37]), ("promo", [0.0, -0.26]), ("ad", [0.0, 0.01]),
    ("nav", [0.0, -1.37]), ("side", [0.0, -0.12]), ("foot", [0.0, -0.89]), ("head", [0.0, -0.83]), ("newsletter", [0.0, -0.16]), ("consent", [0.0, -0.86]),
    ("tags", [0.0, 0.79]), ("meta", [0.0, -0.85]), ("caption", [0.0, -0.07]), ("bio", [0.0, -0.43]), ("rating", [0.0, -0.86]), ("hidden", [0.0, -1.0]),
    ("title", [0.0, -0.41]), ("deck", [0.0, -0.68]), ("quote", [0.0, 0.97]), ("card", [0.0, -0.02]), ("modal", [0.0, -0.52]), ("login", [0.0, -1.55]),
    ("search", [0.0, 0.41]), ("video", [0.0, -0.84]), ("shop", [0.0, -0.02]), ("note", [0.0, -1.68]), ("table", [0.0, -0.11]), ("event", [0.0, -0.05]),
    ("faq", [0.0, -0.19]), ("links 0", [0.02, 0.61]), ("links -20%", [0.0, 0.46]), ("links -50%", [0.0, 0.29]), ("links -90%", [0.0, 0.05]), ("links all", [0.0, -2.55]),
    ("unlinked paragraph", [0.0, 0.0]),
];

/// The same features once the page is known.
#[rustfmt::skip]
pub(super) const SECOND: &[Weight] = &[
    ("bias", [-0.06, -0.28]), ("words 1", [-0.49, -0.58]), ("words 2", [-0.7, -0.55]), ("words 3", [-0.59, -0.44]), ("words 4-5", [-0.3, -0.14]), ("words 6-8", [-0.21, 0.04]),
    ("words 9-12", [0.02, -0.08]), ("words 13-18", [0.19, 0.15]), ("words 19-30", [0.07, 0.16]), ("words 31-60", [0.64, 0.66]), ("words 61-", [0.34, 0.29]), ("stops 0", [0.42, 0.47]),
    ("stops -15%", [-0.03, 0.39]), ("stops -25%", [-0.05, -0.04]), ("stops -35%", [-0.1, -0.17]), ("stops -45%", [-0.1, -0.21]), ("stops 45%-", [-0.13, -0.15]), ("capitals -10%", [0.47, 0.69]),
    ("capitals -25%", [0.12, 0.24]), ("capitals -45%", [-0.17, -0.11]), ("capitals -70%", [-0.36, -0.29]), ("capitals -95%", [-0.55, -0.5]), ("capitals all", [-0.61, -0.5]), ("sentences 0", [0.06, -0.18]),
    ("sentences 1", [0.06, 0.06]), ("sentences 2", [0.07, 0.15]), ("sentences 3-", [-0.03, 0.04]), ("commas 0", [-0.28, -0.15]), ("commas 1", [-0.02, 0.1]), ("commas 2-3", [0.1, 0.24]),
    ("commas 4-", [0.25, 0.43]), ("stop short", [-0.1, -0.44]), ("stop long", [0.41, 0.28]), ("no stop long", [-0.65, -0.66]), ("colon", [1.21, 1.09]), ("question", [0.17, 0.09]),
    ("ellipsis", [-0.14, -0.67]), ("small start", [-0.67, -0.5]), ("bullet", [-1.05, -0.99]), ("quoted", [-0.33, 0.12]), ("address", [0.0, 0.12]), ("dated", [-1.24, -1.43]),
    ("no words", [0.04, 0.25]), ("one part", [-0.35, -0.17]), ("more parts", [-1.07, -1.06]), ("shouted", [-1.21, -0.92]), ("some shouted", [0.13, 0.34]), ("figures only", [0.73, 0.21]),
    ("figures", [0.03, 0.0]), ("navigation inside", [0.0, 0.0]), ("navigation start", [-0.63, -0.43]), ("navigation whole", [-1.92, -2.26]), ("related inside", [0.0, 0.0]), ("related start", [-1.07, -1.23]),
    ("related whole", [-2.13, -2.57]), ("share inside", [0.0, 0.0]), ("share start", [-1.15, -1.3]), ("share whole", [-1.74, -1.67]), ("newsletter inside", [-0.08, -0.38]), ("newsletter start", [-1.48, -1.77]),
    ("newsletter whole", [-1.7, -1.23]), ("advertisement inside", [0.0, 0.0]), ("advertisement start", [-0.87, -0.46]), ("advertisement whole", [-2.44, -2.24]), ("rating inside", [-0.31, -0.4]), ("rating start", [-0.66, -0.83]),
    ("rating whole", [1.46, 1.22]), ("comments inside", [-0.21, -0.51]), ("comments start", [-0.93, -0.62]), ("comments whole", [-2.52, -1.92]), ("consent inside", [-0.2, -0.19]), ("consent start", [-0.85, -0.98]),
    ("consent whole", [-2.47, -1.64]), ("legal inside", [0.05, 0.23]), ("legal start", [-0.62, -0.11]), ("legal whole", [-0.75, -0.87]), ("byline inside", [0.0, 0.0]), ("byline start", [-0.78, -0.39]),
    ("byline whole", [-0.09, 0.03]), ("timestamp inside", [-1.51, -1.57]), ("timestamp start", [0.06, -0.6]), ("timestamp whole", [-1.06, -1.15]), ("credit inside", [0.0, 0.0]), ("credit start", [-1.25, -0.86]),
    ("credit whole", [-1.02, -0.83]), ("other inside", [0.0, 0.0]), ("other start", [-0.15, -0.03]), ("other whole", [-1.2, -0.94]), ("phrase long", [0.55, 0.33]), ("p", [0.0, 0.3]),
    ("li", [0.0, 0.4]), ("h1", [0.0, 1.1]), ("h2", [0.0, 1.74]), ("h3", [0.0, 1.26]), ("h4", [0.0, 0.59]), ("h5", [0.0, 0.04]),
    ("h6", [0.0, 0.56]), ("td", [0.0, -0.73]), ("th", [0.0, -0.3]), ("figcaption", [0.0, -3.78]), ("blockquote", [0.0, -1.2]), ("dt", [0.0, -0.59]),
    ("dd", [0.0, -0.65]), ("pre", [0.0, -3.38]), ("caption", [0.0, -0.06]), ("summary", [0.0, -0.63]), ("address", [0.0, -1.11]), ("div", [0.0, -0.88]),
    ("section", [0.0, -0.29]), ("article", [0.0, 1.54]), ("nav", [0.0, -3.06]), ("header", [0.0, -0.72]), ("footer", [0.0, -2.75]), ("aside", [0.0, -1.82]),
    ("article", [0.0, -0.02]), ("main", [0.0, 0.53]), ("form", [0.0, -0.48]), ("figure", [0.0, -1.45]), ("table", [0.0, 1.94]), ("ul", [0.0, 0.75]),
    ("ol", [0.0, -0.05]), ("blockquote", [0.0, 0.54]), ("section", [0.0, -0.38]), ("details", [0.0, 1.16]), ("a", [0.0, 0.02]), ("strong", [0.0, 0.56]),
    ("b", [0.0, 0.58]), ("em", [0.0, 0.07]), ("i", [0.0, 0.14]), ("button", [0.0, -2.64]), ("label", [0.0, -2.68]), ("time", [0.0, -2.6]),
    ("span", [0.0, 0.0]), ("small", [0.0, -0.49]), ("cite", [0.0, -1.61]), ("code", [0.0, 0.73]), ("body", [0.0, 0.09]), ("article", [0.0, 0.15]),
    ("content", [0.0, 0.13]), ("comment", [0.0, -4.0]), ("share", [0.0, 0.15]), ("related", [0.0, -1.36]), ("promo", [0.0, -0.35]), ("ad", [0.0, -0.11]),
    ("nav", [0.0, -1.23]), ("side", [0.0, 0.06]), ("foot", [0.0, -0.11]), ("head", [0.0, -0.46]), ("newsletter", [0.0, -0.08]), ("consent", [0.0, -0.54]),
    ("tags", [0.0, 0.77]), ("meta", [0.0, -0.66]), ("caption", [0.0, 0.11]), ("bio", [0.0, -0.1]), ("rating", [0.0, -0.3]), ("hidden", [0.0, -0.69]),
    ("title", [0.0, 0.15]), ("deck", [0.0, 0.12]), ("quote", [0.0, 0.94]), ("card", [0.0, 0.43]), ("modal", [0.0, -0.13]), ("login", [0.0, -0.44]),
    ("search", [0.0, 0.54]), ("video", [0.0, -0.87]), ("shop", [0.0, -0.24]), ("note", [0.0, -0.79]), ("table", [0.0, 0.07]), ("event", [0.0, -0.77]),
    ("faq", [0.0, 0.36]), ("links 0", [-0.06, 0.55]), ("links -20%", [0.0, 0.02]), ("links -50%", [0.0, -0.05]), ("links -90%", [0.0, -0.27]), ("links all", [0.0, -2.16]),
    ("unlinked paragraph", [0.0, 0.0]),
];

/// In its page.
#[rustfmt::skip]
pub(super) const PAGE: &[Weight] = &[
    ("bias", [-0.06, -0.28]), ("own score", [-0.11, -0.26]), ("window -1", [0.38, 0.07]), ("window +1", [0.67, 0.44]), ("window -2", [0.2, 0.22]), ("window +2", [0.59, 0.41]),
    ("window -4", [0.26, 0.07]), ("window +4", [0.54, 0.2]), ("window -9", [0.15, -0.06]), ("window +9", [0.57, 0.14]), ("window -20", [-0.11, -0.4]), ("window +20", [0.39, -0.07]),
    ("prose before 1", [-0.2, -0.19]), ("prose before 2", [-0.14, -0.05]), ("prose before 3-4", [-0.27, -0.1]), ("prose before 5-8", [0.09, 0.05]), ("prose before 9-20", [0.11, 0.16]), ("prose before 21-", [0.67, 0.61]),
    ("prose before none", [-0.69, -0.22]), ("prose after 1", [-0.07, -0.04]), ("prose after 2", [-0.03, 0.01]), ("prose after 3-4", [-0.34, -0.35]), ("prose after 5-8", [0.15, 0.02]), ("prose after 9-20", [0.14, -0.01]),
    ("prose after 21-", [0.16, 0.24]), ("prose after none", [0.13, 0.15]), ("prose around", [-0.18, -0.14]), ("prose touches", [-0.06, 0.05]), ("mass before 0", [-0.78, -0.3]), ("mass before -2%", [-0.88, -0.4]),
    ("mass before -20%", [0.54, 0.73]), ("mass before -80%", [0.75, 0.55]), ("mass before -98%", [-0.24, -0.44]), ("mass before -100%", [-1.65, -1.5]), ("mass before all", [-1.21, -1.61]), ("run 0", [-0.07, -0.05]),
    ("run 1", [-0.19, 0.1]), ("run 2-3", [-0.26, -0.02]), ("run 4-7", [-0.19, -0.14]), ("run 8-15", [-0.52, -0.5]), ("run 16-", [0.07, -1.01]), ("body far before", [-0.28, -0.19]),
    ("body before", [-0.51, -0.72]), ("body just before", [-0.78, -0.83]), ("body in", [0.65, -0.12]), ("body just after", [0.18, 0.09]), ("body after", [-0.6, -0.31]), ("body far after", [-1.43, -0.68]),
    ("title far before", [-1.07, 0.09]), ("title before", [-0.69, -0.73]), ("title is", [0.18, 0.05]), ("title just after", [0.75, 0.15]), ("title after", [0.31, 0.06]), ("title far after", [-0.11, -0.3]),
    ("title none", [0.31, -0.45]), ("lines -3", [0.0, 0.0]), ("lines -12", [0.26, 0.59]), ("lines -40", [0.02, -1.01]), ("lines -150", [0.09, 0.08]), ("lines 151-", [-0.04, -0.2]),
    ("height", [-1.23, -0.5]), ("again short", [-1.04, -0.91]), ("again long", [-2.63, -2.72]), ("titled", [0.81, 0.43]), ("under related", [-1.3, -0.98]), ("long under related", [-0.62, -0.27]),
    ("under comments", [-3.19, -1.36]), ("long under comments", [-1.49, 0.08]), ("under newsletter", [-1.74, -1.54]), ("long under newsletter", [-0.93, -1.14]), ("under navigation", [-1.43, -0.87]), ("long under navigation", [-1.11, -0.59]),
    ("under share", [-1.3, -1.13]), ("long under share", [-1.12, -0.45]), ("under legal", [-1.65, -1.32]), ("long under legal", [-1.46, -0.75]), ("under other", [-1.8, -1.21]), ("long under other", [-1.48, 0.16]),
    ("under consent", [-1.38, -1.39]), ("long under consent", [-0.28, -0.3]), ("body short", [0.49, 0.14]), ("body short stop", [-0.15, 0.01]), ("body phrase", [-1.02, -1.14]), ("body prose", [0.09, -0.08]),
    ("outside prose", [-0.05, -0.32]), ("head between", [0.17, 0.24]), ("share 0", [0.0, 0.17]), ("share 1", [0.0, 0.09]), ("share 2", [0.0, 0.64]), ("share 3", [0.0, 0.1]),
    ("share 4", [0.0, -0.02]), ("share 5", [0.0, 0.21]), ("share 6", [0.0, 0.49]), ("share 7", [0.0, 0.41]), ("kin", [0.0, -0.22]), ("kin many", [0.0, 0.94]),
    ("kin mass", [0.0, 0.22]), ("box in", [0.0, 0.13]), ("box out", [0.0, -1.09]),
];
