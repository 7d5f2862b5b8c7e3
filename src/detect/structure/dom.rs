//! What the markup around a block says about it: its element, the elements around it, and what their class words speak of.

use crate::source::BlockHint;

/// What the markup says, as features read it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dom {
    /// The block's own element: the innermost of [`OWN`] in its path, as an index; `OWN.len()` for none.
    pub own: usize,
    /// For each of [`AROUND`]: whether the block stands in such an element.
    pub around: [bool; AROUND.len()],
    /// For each of [`INLINE`]: whether all of the block stands in such an inline element.
    pub inline: [bool; INLINE.len()],
    /// For each of [`SPEAKS`], the lowest bit first: whether class words speak of it.
    pub speaks: u64,
    /// Share of its characters in links.
    pub links: f32,
}

/// Elements that say what a block is.
pub const OWN: &[&str] = &[
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "td",
    "th",
    "figcaption",
    "blockquote",
    "dt",
    "dd",
    "pre",
    "caption",
    "summary",
    "address",
    "div",
    "section",
    "article",
];
/// Elements that say where a block stands.
pub const AROUND: &[&str] =
    &["nav", "header", "footer", "aside", "article", "main", "form", "figure", "table", "ul", "ol", "blockquote", "section", "details"];
/// Inline elements that say what a block is when they hold all of it.
pub const INLINE: &[&str] = &["a", "strong", "b", "em", "i", "button", "label", "time", "span", "small", "cite", "code"];

/// What class, id, role and itemprop words speak of, and the starts of such words.
pub const SPEAKS: &[(&str, &str)] = &[
    (
        "body",
        "articlebody articletext articlecontent storybody storytext storycontent postbody postcontent postentry entrycontent bodycopy bodytext bodycontent richtext rte prose wysiwyg contentbody maincontent blogcontent blogbody newsbody newscontent texttospeech htmlcontent singlecontent contentinner thecontent postarticle pagecontent",
    ),
    ("article", "article story post entry blogpost hentry news blog single newsarticle"),
    ("content", "content body text main paragraph copy"),
    (
        "comment",
        "comment comments disqus reply replies respond discussion livefyre commentlist commentform conversation akismet wpd wpdiscuz",
    ),
    (
        "share",
        "share social sharing sharedaddy facebook twitter addthis addtoany follow shareaholic pinterest whatsapp linkedin sns sharebar socialmedia",
    ),
    (
        "related",
        "related recirc recommended recommend recommendation recommendations readmore readnext more morestories similar yarpp crp jp outbrain taboola popular trending mostread mostpopular mostviewed latest recent upnext next prev previous alsoread suggested suggestions teaser teasers",
    ),
    ("promo", "promo promotion promoted promobox cta banner callout offer marketing upsell paywall piano"),
    (
        "ad",
        "ad ads advert advertisement advertising adsense adslot adunit adbox dfp gpt sponsor sponsored sponsors admanager advertorial leaderboard mpu affiliate",
    ),
    (
        "nav",
        "nav navbar navigation menu menubar menus submenu breadcrumb breadcrumbs crumb crumbs topnav mainnav subnav navmenu megamenu dropdown hamburger skip skiplink toc tableofcontents ez tabs tab pagination pager paging",
    ),
    ("side", "sidebar side widget widgets rail aside rightcol rightrail leftcol secondary complementary module sidecolumn"),
    ("foot", "footer foot colophon copyright legal bottom contentinfo footers sitefooter"),
    ("head", "header masthead topbar toolbar siteheader head banner logo branding hero pageheader globalheader"),
    (
        "newsletter",
        "newsletter newsletters subscribe subscription signup mailchimp mc email optin mailing subscriber hsform hs wpforms convertkit",
    ),
    ("consent", "cookie cookies consent gdpr cmp onetrust ot cookielaw privacy truste ccpa cookiebot cky"),
    ("tags", "tag tags tagcloud category categories cat topics topic taglist taxonomy keywords postcategories cats"),
    (
        "meta",
        "meta byline author authors date time timestamp dateline published pubdate publish postmeta entrymeta info postedon updated bylines contributor writer reporter postdate credits",
    ),
    (
        "caption",
        "caption captions figcaption wpcaption credit imagecaption photocredit gallery slideshow lightbox carousel slider photo image media thumbnail",
    ),
    ("bio", "bio authorbio aboutauthor authorbox authorinfo biography abouttheauthor profile authorcard pp"),
    ("rating", "rating ratings stars vote votes voting poll feedback helpful kksr useful helpfulness survey"),
    ("hidden", "sr screenreader visuallyhidden visually screen offscreen a11y assistive hide hidden invisible"),
    ("title", "title headline heading entrytitle posttitle pagetitle storytitle"),
    (
        "deck",
        "deck dek standfirst summary subtitle subheadline subhead lead lede intro excerpt abstract description subheading teasertext strapline",
    ),
    ("quote", "pullquote quote blockquote pull"),
    ("card", "card cards tile tiles grid item items list listing archive feed loop river stories posts"),
    ("modal", "modal popup overlay dialog lightbox drawer flyout offcanvas toast notification notice alert interstitial"),
    ("login", "login account user signin register registration auth members member logged"),
    ("search", "search searchform searchbox searchbar"),
    ("video", "video player jwplayer videoplayer playlist audio podcast transcript"),
    ("shop", "product products price shop cart buy store checkout woocommerce ecommerce pricing course deal deals"),
    (
        "note",
        "correction corrections disclaimer disclosure note footnote footnotes references reference reflist endnote source sources citation tagline",
    ),
    ("table", "table infobox data chart stats scoreboard"),
    ("event", "event events calendar job jobs directory listing location locations map"),
    ("faq", "faq faqs accordion question answer"),
];

impl Dom {
    /// What `hint` says.
    #[must_use]
    pub fn of(hint: &BlockHint) -> Self {
        let mut dom = Self { own: OWN.len(), links: hint.link_density, ..Self::default() };
        for element in hint.path.split('>') {
            if let Some(at) = OWN.iter().position(|name| *name == element) {
                dom.own = at;
                dom.inline = Default::default();
            }
            mark(&mut dom.around, AROUND, element);
            mark(&mut dom.inline, INLINE, element);
        }
        dom.speak(&hint.words);
        dom
    }

    /// The name of the block's own element; empty for none that says anything.
    #[must_use]
    pub fn element(&self) -> &'static str {
        OWN.get(self.own).copied().unwrap_or("")
    }

    /// Whether the block stands in an element `name` of [`AROUND`].
    #[must_use]
    pub fn is_in(&self, name: &str) -> bool {
        AROUND.iter().zip(self.around).any(|(around, is)| is && *around == name)
    }

    /// Whether class words speak of `what` of [`SPEAKS`].
    #[must_use]
    pub fn speaks_of(&self, what: &str) -> bool {
        SPEAKS.iter().position(|(name, _)| *name == what).is_some_and(|at| self.speaks >> at & 1 == 1)
    }

    /// Whether all of the block stands in an inline element `name` of [`INLINE`].
    #[must_use]
    pub fn is_all(&self, name: &str) -> bool {
        INLINE.iter().zip(self.inline).any(|(inline, is)| is && *inline == name)
    }

    fn speak(&mut self, words: &str) {
        for word in words.split_whitespace() {
            let joined: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
            self.speaks |= u64::from(SPEAKS[0].1.split(' ').any(|stem| joined.starts_with(stem)));
            for piece in word.split(|c: char| !c.is_ascii_alphanumeric()).filter(|piece| piece.len() > 1) {
                for (at, (_, stems)) in SPEAKS.iter().enumerate() {
                    self.speaks |= u64::from(speaks(piece, stems)) << at;
                }
            }
        }
    }
}

/// Whether `piece` is one of `stems`, or starts with one of five letters or more.
fn speaks(piece: &str, stems: &str) -> bool {
    stems.split(' ').any(|stem| piece == stem || (5 <= stem.len() && piece.starts_with(stem)))
}

fn mark(marks: &mut [bool], names: &[&str], element: &str) {
    if let Some(at) = names.iter().position(|name| *name == element) {
        marks[at] = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_path_and_words() {
        let hint = BlockHint {
            path: "body>article>div>p>a".into(),
            words: "td-post-content related-box".into(),
            link_density: 1.0,
            ..BlockHint::default()
        };
        let dom = Dom::of(&hint);
        assert_eq!(dom.element(), "p");
        assert!(dom.is_in("article") && !dom.is_in("nav") && dom.is_all("a"));
        assert!(dom.speaks_of("related") && dom.speaks_of("content") && !dom.speaks_of("comment"));
    }
}
