//! The reason for a quotation, as a person would give it.

/// A short reason for the rule named `rule`; empty for a rule of another detector.
#[must_use]
pub fn explain(rule: &str) -> &'static str {
    match rule {
        "quotation.direct.said-after" => "speaker and verb follow the quotation",
        "quotation.direct.said-speaker-after" => "verb and speaker follow the quotation",
        "quotation.direct.said-before" => "speaker and verb come before the quotation",
        "quotation.direct.said-between" => "speaker and verb stand between two parts of the quotation",
        "quotation.direct.said-inside" => "verb and speaker stand inside the quotation marks",
        "quotation.direct.dash" => "a dash opens the speech; verb and speaker follow",
        "quotation.direct.according" | "quotation.mixed.according" => "“according to” names the speaker",
        "quotation.direct.as-put" => "“as … put it” names the speaker",
        "quotation.direct.noun" => "a noun such as “claim” or “statement” introduces the quotation",
        "quotation.direct.colon" => "a colon leads from the speaker to the quotation",
        "quotation.direct.sentence" => "the subject of the sentence speaks",
        "quotation.direct.same-speaker" => "same speaker as the quotation before",
        "quotation.direct.same-speaker-paragraph" => "same speaker as the quotation in the paragraph before",
        "quotation.direct.sentence-before" => "the sentence before names the speaker",
        "quotation.direct.introduced" => "the line before introduces the quotation",
        "quotation.direct.turn" => "two people take turns",
        "quotation.direct.speaker-below" => "the quotation after it names the speaker",
        "quotation.direct.signature" => "a signature follows the quotation",
        "quotation.direct.transcript" => "the speaker’s name stands before the turn",
        "quotation.direct.repeated" => "the same words are quoted elsewhere with their speaker",
        "quotation.direct.unattributed" => "words in quotation marks; no speaker found",
        "quotation.mixed.governed" => "a verb of saying governs the words in quotation marks",
        "quotation.mixed.sentence" => "a clause with words in quotation marks; the subject of the sentence speaks",
        "quotation.mixed.said-after" => "speaker and verb follow a sentence with words in quotation marks",
        "quotation.indirect.according" => "“according to” names the source",
        "quotation.indirect.noun" => "a noun such as “claim” or “warning” governs the clause",
        "quotation.indirect.governed" => "a verb of saying governs the clause",
        "quotation.indirect.mood" => "the mood of the verb tells a report; same speaker as before",
        "quotation.indirect.said-after" => "speaker and verb follow the clause",
        _ => "",
    }
}
