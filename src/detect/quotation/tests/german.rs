//! German: the verb comes second.

use super::check;

#[test]
fn direct() {
    check(
        "„Das ist nicht zu machen und wird nie gehen“, sagte die Ministerin.",
        &[("„Das ist nicht zu machen und wird nie gehen“", "die Ministerin")],
    );
    check("„Wir bauen den Steg und die Brücke“, sagte Anna Weber.", &[("„Wir bauen den Steg und die Brücke“", "Anna Weber")]);
    check("„Wir bauen den Steg“, so Weber, „und die Brücke dazu.“", &[("„Wir bauen den Steg“ | „und die Brücke dazu.“", "Weber")]);
    check("Weber sagte: „Wir bauen den Steg und die Brücke.“", &[("„Wir bauen den Steg und die Brücke.“", "Weber")]);
    check("»Wir bauen den Steg und die Brücke«, erklärte er.", &[("»Wir bauen den Steg und die Brücke«", "er")]);
}

#[test]
fn indirect() {
    check("Das sei nicht zu machen, sagte Weber.", &[("Das sei nicht zu machen", "Weber")]);
    check("Weber sagte, dass der Steg und die Brücke fertig sind.", &[("dass der Steg und die Brücke fertig sind", "Weber")]);
    check("Weber erklärte, der Steg sei fertig und die Brücke auch.", &[("der Steg sei fertig und die Brücke auch", "Weber")]);
}

#[test]
fn mixed() {
    check("Weber sagte, das sei „ein Witz“ und nicht mehr.", &[("das sei „ein Witz“ und nicht mehr", "Weber")]);
    check("Das sei „ein Witz“, sagte die Ministerin der Zeitung.", &[("Das sei „ein Witz“", "die Ministerin")]);
}
