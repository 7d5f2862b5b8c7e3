//! The standing phrases of page furniture, by what they announce, in the languages the page is most often read in.

use crate::annotation::Role;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How much of a line a phrase must be to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Anywhere in a line of at most [`SHORT`] words.
    Inside,
    /// At its start, when the line has at most [`MIDDLE`] words.
    Start,
    /// The whole line, figures aside.
    Whole,
}

/// Words in a line that is looked through for phrases.
const SHORT: usize = 14;
/// Words in a line whose start is looked at.
const MIDDLE: usize = 40;

/// A phrase found in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it announces.
    pub role: Role,
    /// How much of the line it is.
    pub place: Place,
}

/// The strongest hit among the words of a line (see [`words`]): a row of buttons, then phrases: the whole line before its start before its inside,
/// the longest phrase first.
#[must_use]
pub fn find(words: &[String]) -> Option<Hit> {
    row(words).or_else(|| phrase(words))
}

/// Words that rows of buttons are made of, lower case.
const BUTTONS: &[&str] = &[
    "bluesky",
    "bookmark",
    "comment",
    "comments",
    "copy",
    "drucken",
    "email",
    "e",
    "facebook",
    "flipboard",
    "follow",
    "gift",
    "instagram",
    "kopieren",
    "link",
    "linkedin",
    "mail",
    "mailen",
    "merken",
    "messenger",
    "pinterest",
    "pocket",
    "print",
    "reddit",
    "save",
    "share",
    "sms",
    "telegram",
    "teilen",
    "threads",
    "tiktok",
    "tumblr",
    "tweet",
    "tweeten",
    "twitter",
    "twittern",
    "whatsapp",
    "x",
    "xing",
    "youtube",
];

/// A row of buttons: two or more of their names, and little else.
fn row(words: &[String]) -> Option<Hit> {
    let spoken = words.iter().filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())).count();
    let buttons = words.iter().filter(|word| 1 < word.len() && BUTTONS.contains(&word.as_str())).count();
    let all = words.iter().filter(|word| BUTTONS.contains(&word.as_str())).count();
    (2 <= buttons && spoken <= 3 * SHORT && spoken * 3 <= all * 4).then_some(Hit { role: Role::Share, place: Place::Whole })
}

/// The strongest standing phrase among `words`.
fn phrase(words: &[String]) -> Option<Hit> {
    let spoken: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())).collect();
    let mut best: Option<(Place, usize, Role)> = None;
    let starts = if words.len() <= SHORT { words.len() } else { usize::from(words.len() <= MIDDLE) };
    for at in 0..starts.max(1) {
        for (phrase, place, role) in words.get(at).and_then(|word| INDEX.get(word.as_str())).into_iter().flatten() {
            let fits = words[at..].iter().map(String::as_str).take(phrase.len()).eq(phrase.iter().copied());
            let reached = if fits { reached(*place, at, phrase, &spoken, words.len()) } else { None };
            if let Some(reached) = reached
                && best.is_none_or(|(place, length, _)| (place, length) < (reached, phrase.len()))
            {
                best = Some((reached, phrase.len(), *role));
            }
        }
    }
    best.map(|(place, _, role)| Hit { role, place })
}

/// How much of the line a phrase at word `at` is; `None` when that is less than its entry asks for.
fn reached(needed: Place, at: usize, phrase: &[&str], spoken: &[&str], words: usize) -> Option<Place> {
    let reached = match () {
        () if spoken == phrase => Place::Whole,
        () if at == 0 => Place::Start,
        () if words <= SHORT => Place::Inside,
        () => return None,
    };
    (needed <= reached).then_some(reached)
}

/// The words of `line` as phrases are compared: lower case, without punctuation; at most the first 60.
#[must_use]
pub fn words(line: &str) -> Vec<String> {
    let pieces = line.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '©')));
    let bare = pieces.map(|piece| piece.trim_matches(['\'', '’'])).filter(|piece| !piece.is_empty());
    bare.take(60).map(|piece| piece.replace('’', "'").to_lowercase()).collect()
}

type Entry = (Vec<&'static str>, Place, Role);

/// The phrases by their first word.
static INDEX: LazyLock<BTreeMap<&'static str, Vec<Entry>>> = LazyLock::new(|| {
    let mut index: BTreeMap<&'static str, Vec<Entry>> = BTreeMap::new();
    for (role, place, phrases) in PHRASES {
        for phrase in phrases.split(" / ") {
            let words: Vec<&'static str> = phrase.split_whitespace().collect();
            if let Some(first) = words.first() {
                index.entry(first).or_default().push((words, *place, *role));
            }
        }
    }
    index
});

/// Role, how much of the line is needed, and the phrases, ` / ` between them.
const PHRASES: &[(Role, Place, &str)] = &[
    (
        Role::Navigation,
        Place::Whole,
        "menu / main menu / home / homepage / search / search form / search for / log in / login / sign in / register / my account / account / profile / settings / \
         skip to content / skip to main content / skip to navigation / skip navigation / jump to content / back to top / top / next / previous / prev / older posts / newer posts / load more / \
         show more / view more / see more / see all / view all / more / all / close / open / open menu / close menu / toggle navigation / toggle menu / navigation / site map / sitemap / sections / categories / \
         category / archives / archive / recent posts / latest news / latest / news / world / us / u.s / u s / uk / politics / business / opinion / sports / sport / technology / tech / science / health / entertainment / \
         lifestyle / culture / travel / video / videos / photos / podcasts / podcast / weather / events / jobs / classifieds / obituaries / shop / store / contact / contact us / about / about us / help / faq / faqs / \
         advertise / advertise with us / careers / press / newsroom / subscribe / rss / rss feed / rss feeds / e paper / e edition / today's paper / print edition / apps / download the app / \
         follow us / follow / language / english / español / deutsch / français / top stories / top story / breaking news / live / live tv / trending / trending now / more news / editions / edition / local news / \
         startseite / suche / suchen / anmelden / abmelden / registrieren / kontakt / impressum / politik / wirtschaft / sport / kultur / wissen / panorama / ausland / inland / meinung / ressorts / themen / mehr / \
         weitere / zurück / weiter / nach oben / zum inhalt springen / zum inhalt / abo / e paper / mediathek / accueil / rechercher / connexion / se connecter / inicio / buscar / iniciar sesión / contacto / cerca / accedi / \
         inloggen / zoeken / início / entrar / sök / logga in / hem / previous article / next article / previous post / next post / prev article / read more / continue reading / page not found / go back / table of contents / contents / \
         download / listen / bookmark / play / pause / mute / load older updates / latest updates / get the app / notifications / more from / explore / discover / browse / resources / company / legal / quick links / \
         useful links / links / community / shop now / buy now / donate / support us / gift / members / membership / choose your edition / cart / checkout / wishlist",
    ),
    (
        Role::Navigation,
        Place::Start,
        "skip to / jump to / go to / back to / return to / you are here / posted in / filed under / filed in / tags / tagged / tag / topics / topic / related topics / schlagwörter / schlagworte / stichwörter / \
         categories / category / keywords / see more on / more on this story / explore more / themen / mehr zum thema / sujets / etiquetas / temas / argomenti / onderwerpen / ämnen / archivado en / mots clés / palabras clave / parole chiave / previous article / next article / previous post / next post / \
         listen to this article / read the full / read full / show all / view all / see all / order reprints / reuse this content / search for / download the / get the app / in this article / on this page / jump to section / explore / section",
    ),
    (
        Role::Related,
        Place::Start,
        "related / see more / related articles / related stories / related story / related posts / related news / related content / related coverage / related links / read more / read next / read also / read this next / also read / see also / also see / \
         more on / more from / more in / more stories / more like this / more news / more about / you may also like / you might also like / you may like / you might like / recommended / recommended for you / recommended stories / \
         recommended reading / recommended articles / most read / most popular / most viewed / most shared / most commented / popular / popular posts / popular now / trending / trending stories / don't miss / up next / what to read next / \
         editor's picks / editors' picks / editor's choice / latest from / latest stories / latest articles / latest posts / latest headlines / other stories / other news / other articles / similar articles / similar stories / similar posts / in case you missed it / \
         top stories / top news / from the web / around the web / from our partners / promoted stories / sponsored stories / watch next / further reading / keep reading / continue reading / \
         lesen sie auch / lesen sie mehr / mehr zum thema / das könnte sie auch interessieren / das könnte dich auch interessieren / auch interessant / meistgelesen / ähnliche artikel / weitere artikel / weitere themen / zum thema / mehr aus / \
         siehe auch / passend dazu / empfehlungen / neueste artikel / verwandte artikel / verwandte themen / à lire aussi / lire aussi / lire la suite / à lire également / sur le même sujet / articles liés / les plus lus / voir aussi / \
         lea también / lee también / le puede interesar / te puede interesar / noticias relacionadas / artículos relacionados / más noticias / lo más leído / más leídas / leggi anche / articoli correlati / ti potrebbe interessare / potrebbe interessarti / i più letti / \
         lees ook / lees meer / gerelateerde artikelen / meest gelezen / leia também / leia mais / veja também / notícias relacionadas / mais lidas / läs också / läs även / läs mer / mest läst / relaterade artiklar",
    ),
    (
        Role::Related,
        Place::Whole,
        "watch / read / watch now / read now / watch live / more coverage / full coverage / full story / the latest / more for you / for you / featured / featured stories / featured posts / spotlight / must read / must reads / recent articles / recent news / recent stories / next up / random posts",
    ),
    (
        Role::Share,
        Place::Start,
        "share this / share on / share via / share to / share article / share story / share / tweet this / pin it / copy link / follow us on / follow me on / like us on / find us on / connect with us / join us on / teilen / artikel teilen / partager / compartir / condividi / delen / \
         compartilhar / dela / click to share / email this / print this / save for later / folgen sie uns",
    ),
    (
        Role::Share,
        Place::Whole,
        "facebook / twitter / x / instagram / linkedin / whatsapp / pinterest / reddit / telegram / tumblr / youtube / tiktok / snapchat / flipboard / mastodon / bluesky / threads / messenger / email / e mail / mail / print / copy / link / tweet / pin / google / google+ / flip / \
         share / shares / sharing / tweeten / twittern / mailen / drucken / merken / link kopieren / kopieren / xing / pocket / viber / line / sms / copied / link copied / facebook twitter / facebook twitter linkedin / facebook twitter email / facebook x email / \
         facebook twitter whatsapp / share tweet / share follow / share save for later / x facebook / teilen twittern mailen drucken / facebook twitter pinterest / facebook twitter instagram / follow us / social media / stay connected / turn on alerts / follow / gift / save / print",
    ),
    (
        Role::Newsletter,
        Place::Inside,
        "newsletter / newsletters / sign up for / sign me up / sign up now / sign up to / in your inbox / to your inbox / your inbox / email address / e mail address / your email / e mail adresse / enter your email / enter email / subscribe to / subscribe now / \
         subscribe for / subscribe today / free trial / start your trial / become a member / become a subscriber / get unlimited access / unlimited access / free articles / free article / subscribers only / already a subscriber / cancel anytime / daily digest / morning briefing / get the latest news / \
         jetzt anmelden / jetzt abonnieren / jetzt kostenlos / abonnieren / kostenlos testen / abonnez vous / s'abonner / inscrivez vous / suscríbete / suscribirse / iscriviti / abbonati / abonneer / assine / inscreva se / prenumerera / dans votre boîte / en tu correo / en su correo / nella tua casella / in je mailbox / push notifications / breaking news alerts / \
         by signing up / by subscribing / thank you for subscribing / thanks for subscribing / you're now subscribed / subscription / subscriptions / join our / email updates / get updates / per month / for 3 months / for 6 months / first month",
    ),
    (
        Role::Advertisement,
        Place::Whole,
        "advertisement / advertisements / advertising / ad / ads / sponsored / sponsored content / sponsored by / promoted / promoted content / paid content / paid post / partner content / advertiser content / skip advertisement / story continues below advertisement / \
         continue reading below / advertisement continue reading below / article continues below / article continues after advertisement / advertisement scroll to continue / scroll to continue / anzeige / werbung / anzeigen / annonce / publicité / publicidad / pubblicità / advertentie / reclame / \
         publicidade / annons / reklam / report this ad / ad feedback / remove ads / close ad / taboola / outbrain / ads by google / powered by / affiliate links / continue after ad",
    ),
    (
        Role::Advertisement,
        Place::Start,
        "advertisement / story continues below / article continues below / article continues after / continue reading below / sponsored by / paid for by / presented by / ad feedback / your ad here / this ad will end / sponsored / ads by / promoted by / buy tickets / shop the / anzeige / \
         we may earn / this post may contain affiliate / this article may contain affiliate / this post contains affiliate / der artikel wird nach der anzeige",
    ),
    (
        Role::Rating,
        Place::Inside,
        "click on a star / average rating / vote count / no votes so far / rate this / how useful was / was this article helpful / was this helpful / did you find this / be the first to rate / we are sorry that this / let us improve this / tell us how we can improve / thank you for rating / submit rating / \
         rate this article / rate this post / submit feedback / your rating / star rating / did this answer / did you like this / bewerten sie / upvote / downvote / cast your vote / vote now / take our poll / view results / poll closed",
    ),
    (
        Role::Comments,
        Place::Start,
        "comments / leave a reply / leave a comment / post a comment / add a comment / join the conversation / join the discussion / view comments / view all comments / show comments / read comments / load comments / load more comments / no comments / be the first to comment / \
         write a comment / your comment / sort by / newest oldest / reply / replies / log in to comment / sign in to comment / you must be logged in / your email address will not be published / required fields are marked / save my name / notify me of / cancel reply / this site uses akismet / \
         comments are closed / comment policy / report comment / report abuse / disqus / please enable javascript to view the comments / kommentare / kommentieren / bitte melden sie sich an / kommentar schreiben / antworten / commentaires / laisser un commentaire / comentarios / deja un comentario / \
         deja una respuesta / commenti / lascia un commento / reacties / comentários / kommentarer / what do you think / start the conversation / have your say / logged in as / notify of / inline feedbacks / thoughts on / responses to / trackbacks / pingback",
    ),
    (Role::Comments, Place::Whole, "comment / kommentar / reply / discussion"),
    (Role::Advertisement, Place::Inside, "your ad here"),
    (
        Role::Comments,
        Place::Inside,
        "commenting / to comment / comments section / says reply / reply share / join the conversation / log in to join / like reply / moderated / 0 comments / 1 comment / leave a comment / leave a reply / add comment / comments off / comments feed",
    ),
    (
        Role::Consent,
        Place::Inside,
        "cookies / cookie settings / cookie policy / cookie preferences / cookie notice / cookie einstellungen / accept all / accept cookies / reject all / manage preferences / manage cookies / privacy settings / privacy preferences / our partners / personalize content / personalised ads / personalized ads / \
         legitimate interest / consent / gdpr / alle akzeptieren / akzeptieren / alle ablehnen / einwilligung / tout accepter / aceptar / aceptar todo / accetta / accepteren / aceitar / do not sell / your privacy choices / opt out / allow all / necessary cookies / strictly necessary",
    ),
    (
        Role::Legal,
        Place::Inside,
        "© / copyright / all rights reserved / alle rechte vorbehalten / tous droits réservés / todos los derechos reservados / tutti i diritti riservati / alle rechten voorbehouden / todos os direitos reservados / terms of use / terms of service / terms and conditions / terms conditions / terms / privacy policy / privacy / \
         privacy statement / privacy notice / datenschutz / datenschutzerklärung / nutzungsbedingungen / agb / impressum / mentions légales / aviso legal / política de privacidad / política de privacidade / informativa privacy / disclaimer / code of ethics / editorial standards / ethics policy / our standards / \
         may not be published / may not be reproduced / without permission / reproduction in whole / syndication rights / reprints / licence for this content / accessibility statement / accessibility / trademarks / registered trademark / fcc public file / corrections policy / protected by recaptcha / powered by wordpress / \
         proudly powered by / theme by / designed by / website by / all material / terms of sale / refund policy / dmca / our code of practice / code of practice",
    ),
    (
        Role::Legal,
        Place::Start,
        "© / copyright / (c) / the views expressed / views expressed / the opinions expressed / opinions expressed / this material may not / forward looking statements / any unauthorized / disclaimer / registered in england / company number / issn",
    ),
    (
        Role::Byline,
        Place::Start,
        "by / written by / words by / story by / posted by / published by / reported by / reviewed by / interview by / edited by / text by / author / authors / von / par / por / door / av / di / autor / autorin / staff writer / staff reporter / guest author / medically reviewed by / fact checked by",
    ),
    (
        Role::Timestamp,
        Place::Start,
        "published / published on / updated / last updated / last modified / updated on / posted / posted on / posted at / first published / created / modified / date / stand / veröffentlicht / aktualisiert / zuletzt aktualisiert / publié / publié le / mis à jour / publicado / actualizado / pubblicato / aggiornato / gepubliceerd / bijgewerkt / \
         atualizado / publicerad / uppdaterad / erstellt",
    ),
    (
        Role::Timestamp,
        Place::Inside,
        "min read / minute read / minutes read / mins read / read time / reading time / lesezeit / minutes ago / hours ago / hour ago / days ago / day ago / weeks ago / months ago / years ago / vor stunden / vor minuten / il y a / hace / \
         temps de lecture / tiempo de lectura / tempo di lettura / tempo de leitura / leestijd",
    ),
    (
        Role::Credit,
        Place::Start,
        "photo by / photos by / photo / photograph / photograph by / photography by / image / image credit / photo credit / credit / credits / image source / image via / source / picture / pictured / illustration / illustration by / foto / fotos / bild / bildquelle / quelle / crédit / crédit photo / crédito / fuente / fonte / beeld / getty images / \
         file photo / courtesy of / video by / graphic by / map by / cover photo / featured image / featured photo",
    ),
    (
        Role::Other,
        Place::Start,
        "about the author / about the writer / about the authors / author bio / about author / über den autor / über die autorin / our standards / editor's note / editors' note / correction / corrections / clarification / this story has been updated / this article has been updated / this post has been updated / this story was updated / \
         this article was updated / this article was originally / this story was originally / this post was originally / an earlier version / a version of this article / reporting by / additional reporting / editing by / contributed reporting / contributed to this report / got a tip / have a tip / get in touch / contact the / reach the / \
         contact the author / email the / for more information / media contact / media contacts / press contact / for immediate release / notes to editors / follow him / follow her / follow them / originally published / this story appears / loading / please wait / error / something went wrong / javascript / please enable / \
         your browser / video player / view gallery / view slideshow / slide / image of / play video / watch video / transcript / audio",
    ),
    (
        Role::Related,
        Place::Start,
        "você pode gostar / você também pode gostar / talvez você goste / veja mais / saiba mais / mais notícias / matérias relacionadas / te puede gustar / también te puede gustar / te recomendamos / ver también / le puede gustar / potrebbe piacerti / potrebbero interessarti / ultime notizie / \
         vous aimerez aussi / à découvrir / dans la même rubrique / dernières nouvelles / misschien ook interessant / ook interessant / du kanske också gillar / les også / læs også / lue myös / czytaj także / czytaj też / zobacz także / zobacz też / przeczytaj także / polecane artykuły / \
         přečtěte si také / mohlo by vás zajímat / olvasta már / citiți și / ilgili haberler / bunlar da ilginizi çekebilir / baca juga / читайте также / читать также / смотрите также / похожие статьи / похожие новости / материалы по теме / новости по теме / по теме / рекомендуем / самое читаемое / популярное / \
         читайте також / 関連記事 / 関連ニュース / おすすめ記事 / 人気記事 / あわせて読みたい / 相关阅读 / 相关新闻 / 相关文章 / 推荐阅读 / 延伸閱讀 / 相關新聞 / 관련기사 / 관련 기사 / إقرأ أيضا / اقرأ أيضا / مواضيع ذات صلة",
    ),
    (
        Role::Navigation,
        Place::Whole,
        "voltar / página inicial / pesquisar / menu principal / volver / página principal / indietro / torna indietro / retour / haut de page / terug / naar boven / tillbaka / tilbake / tilbage / takaisin / szukaj / strona główna / powrót / главная / поиск / назад / меню / наверх / войти / 検索 / メニュー / ホーム / 首页 / 搜索 / 홈 / 검색",
    ),
    (Role::Advertisement, Place::Whole, "реклама / reklama / mainos / anuncio / anúncio / 広告 / 广告 / 廣告 / 광고 / إعلان"),
    (Role::Share, Place::Start, "udostępnij / поделиться / поделитесь / sdílet / jaa artikkeli / シェア / 分享到 / 공유하기"),
    (
        Role::Comments,
        Place::Start,
        "комментарии / комментировать / добавить комментарий / komentarze / dodaj komentarz / kommentit / コメント / コメントする / 评论 / 댓글",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(Role, Place)>) {
        assert_eq!(find(&words(line)).map(|hit| (hit.role, hit.place)), expected, "{line}");
    }

    #[test]
    fn whole_lines_starts_and_insides_are_told_apart() {
        check("Menu", Some((Role::Navigation, Place::Whole)));
        check("ADVERTISEMENT", Some((Role::Advertisement, Place::Whole)));
        check("Comments (37)", Some((Role::Comments, Place::Whole)));
        check("More on US News", Some((Role::Related, Place::Start)));
        check("Average rating 0 / 5. Vote count: 0", Some((Role::Rating, Place::Start)));
        check("© 2026 Tideway Media Ltd. All rights reserved.", Some((Role::Legal, Place::Start)));
        check("Get our newsletter", Some((Role::Newsletter, Place::Inside)));
        check("The mayor said the menu had changed.", None);
        check("Facebook  X  WhatsApp  Email  Copy link  |  186 comments", Some((Role::Share, Place::Whole)));
        check("He posted the link on Facebook and Twitter on Friday.", None);
        check("", None);
    }

    #[test]
    fn other_languages_have_their_phrases() {
        check("Você pode gostar…", Some((Role::Related, Place::Whole)));
        check("Читайте также: мост открыт", Some((Role::Related, Place::Start)));
        check("関連記事", Some((Role::Related, Place::Whole)));
        check("Voltar", Some((Role::Navigation, Place::Whole)));
        check("Реклама", Some((Role::Advertisement, Place::Whole)));
    }
}
