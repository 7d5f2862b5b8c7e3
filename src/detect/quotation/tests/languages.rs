//! Languages that have word lists and no grammar of their own.

use super::check_in;

#[test]
fn french() {
    check_in(
        Some("fr"),
        "« Nous ne céderons pas », a déclaré Hélène Vasseur à la presse.",
        &[("« Nous ne céderons pas »", "Hélène Vasseur")],
    );
    check_in(Some("fr"), "« La ministre doit nous recevoir », explique le maire.", &[("« La ministre doit nous recevoir »", "le maire")]);
    check_in(
        Some("fr"),
        "Le maire a répondu : « Nous attendons encore les chiffres. »",
        &[("« Nous attendons encore les chiffres. »", "Le maire")],
    );
    check_in(
        Some("fr"),
        "Selon Agnès Lemoine, le dialogue « n’a jamais été rompu ».",
        &[("le dialogue « n’a jamais été rompu »", "Agnès Lemoine")],
    );
}

#[test]
fn spanish() {
    check_in(
        Some("es"),
        "«Hemos cumplido lo que prometimos», dijo Andrés Villalba.",
        &[("«Hemos cumplido lo que prometimos»", "Andrés Villalba")],
    );
    check_in(Some("es"), "\"No habrá más retrasos\", añadió la alcaldesa.", &[("\"No habrá más retrasos\"", "la alcaldesa")]);
    check_in(Some("es"), "El presidente, Andrés Villalba, anunció medidas para este año.", &[]);
    check_in(Some("es"), "El ministro aseguró que los precios bajarán este año.", &[("que los precios bajarán este año", "El ministro")]);
}

#[test]
fn italian() {
    check_in(
        Some("it"),
        "«Non abbiamo più tempo da perdere», ha detto Paolo Ferri.",
        &[("«Non abbiamo più tempo da perdere»", "Paolo Ferri")],
    );
}

#[test]
fn portuguese() {
    check_in(Some("pt"), "“Não vamos recuar nem um passo”, disse Marta Lobo.", &[("“Não vamos recuar nem um passo”", "Marta Lobo")]);
}

#[test]
fn dutch() {
    check_in(Some("nl"), "“We gaan er gewoon mee door”, zei Jan de Wit.", &[("“We gaan er gewoon mee door”", "Jan de Wit")]);
    check_in(Some("nl"), "‘We gaan er gewoon mee door’, aldus de minister.", &[("‘We gaan er gewoon mee door’", "de minister")]);
}
