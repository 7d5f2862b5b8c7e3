//! Words in quotation marks beside a cue.

use super::{check, find};
use crate::annotation::QuotationKind;

#[test]
fn speaker_and_verb_after() {
    check("“We will rebuild the pier,” Marta Olsen said.", &[("“We will rebuild the pier,”", "Marta Olsen")]);
    check("“We will rebuild the pier,” the mayor said on Tuesday.", &[("“We will rebuild the pier,”", "the mayor")]);
    check("“Nobody asked us,” she told reporters.", &[("“Nobody asked us,”", "she")]);
    check("“Why now?” Olsen asked.", &[("“Why now?”", "Olsen")]);
    check("\"It is done!\" he wrote on Facebook.", &[("\"It is done!\"", "he")]);
    check("``It holds,'' Mr. Olsen said.", &[("``It holds,''", "Olsen")]);
    check("“It holds”, Olsen said.", &[("“It holds”", "Olsen")]);
}

#[test]
fn verb_and_speaker_after() {
    check("“We will rebuild,” said Marta Olsen, the mayor.", &[("“We will rebuild,”", "Marta Olsen")]);
    check("“We will rebuild,” said the mayor of the town.", &[("“We will rebuild,”", "the mayor of the town")]);
    check("“We will rebuild,” added Olsen, who was born there.", &[("“We will rebuild,”", "Olsen")]);
}

#[test]
fn much_stands_between_name_and_verb() {
    check("“It is late,” Olsen, who has led the town since 2009, said.", &[("“It is late,”", "Olsen")]);
    check("“It is late,” Sen. Marta Olsen (R-Ohio) said.", &[("“It is late,”", "Marta Olsen")]);
    check("“It is late,” Olsen, a former judge, told the court.", &[("“It is late,”", "Olsen")]);
    check("“It is late,” Olsen on Monday tweeted.", &[("“It is late,”", "Olsen")]);
    check("“It is late,” Olsen has repeatedly said.", &[("“It is late,”", "Olsen")]);
}

#[test]
fn speaker_and_verb_before() {
    check("Olsen said, “We will rebuild.”", &[("“We will rebuild.”", "Olsen")]);
    check("Olsen said: “We will rebuild.”", &[("“We will rebuild.”", "Olsen")]);
    check("Olsen told reporters on Friday: “We will rebuild.”", &[("“We will rebuild.”", "Olsen")]);
    check("In a statement, Olsen said, “We will rebuild.”", &[("“We will rebuild.”", "Olsen")]);
    check("When it rained, I laughed and said, “At last.”", &[("“At last.”", "I")]);
    check("Asked about the pier, Olsen replied, “Soon.”", &[("“Soon.”", "Olsen")]);
}

#[test]
fn split_by_its_cue() {
    check("“The pier,” Olsen said, “is closed.”", &[("“The pier,” | “is closed.”", "Olsen")]);
    check("“The pier is closed,” Olsen said. “It is not safe.”", &[("“The pier is closed,” | “It is not safe.”", "Olsen")]);
}

#[test]
fn over_paragraphs() {
    check(
        "“The pier is closed,” Olsen said. “It is old.\n“It is not safe.”",
        &[("“The pier is closed,” | “It is old. | “It is not safe.”", "Olsen")],
    );
    check("“The pier is old.\n“It is not safe,” Olsen said.", &[("“The pier is old. | “It is not safe,”", "Olsen")]);
}

#[test]
fn according_to_and_as_put() {
    check("“It is not safe,” according to the report.", &[("“It is not safe,”", "the report")]);
    check("As Olsen put it: “The sea wins.”", &[("“The sea wins.”", "Olsen")]);
}

#[test]
fn british_marks() {
    check("‘We can’t stay,’ Olsen said. ‘It’s the workers’ choice.’", &[("‘We can’t stay,’ | ‘It’s the workers’ choice.’", "Olsen")]);
    check("‘We can’t stay’, said Olsen.", &[("‘We can’t stay’", "Olsen")]);
}

#[test]
fn other_quotations_inside() {
    check("“He asked, ‘Why?’ and left,” Olsen said.", &[("“He asked, ‘Why?’ and left,”", "Olsen")]);
}

#[test]
fn cue_kind_and_verbatim_are_told() {
    let text = "“We will rebuild,” Olsen said. “Soon.”";
    let found = find(text);
    assert_eq!(found[0].label.kind, QuotationKind::Direct);
    assert_eq!(found[0].label.cue.map(|cue| cue.of(text)), Some("said"));
    assert_eq!(found[0].label.verbatim.len(), 2);
    assert_eq!(super::super::explain(&found[0].rule), "speaker and verb follow the quotation");
}
