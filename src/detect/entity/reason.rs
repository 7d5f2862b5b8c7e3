//! What a rule's name means, in words for a person.

/// The reason behind the rule `rule` in a few words, in lower case and without a full stop.
#[must_use]
pub fn explain(rule: &str) -> &'static str {
    match rule {
        "entity.list.country" => "in the list of countries",
        "entity.list.city" => "in the list of cities",
        "entity.list.region" => "in the list of states and regions",
        "entity.list.place" => "in the list of places",
        "entity.list.demonym" => "in the list of nationalities and groups",
        "entity.list.organisation" => "in the list of organisations",
        "entity.list.facility" => "in the list of buildings and squares",
        "entity.list.event" => "in the list of events",
        "entity.list.work" => "in the list of works",
        "entity.list.product" => "in the list of products",
        "entity.list.law" => "in the list of laws and treaties",
        "entity.list.given-name" => "a given name",
        "entity.list.surname" => "a surname",
        "entity.title+name" => "a title stands before it",
        "entity.given-name+surname" => "it starts with a given name",
        "entity.initial" => "it has an initial",
        "entity.acronym" => "written in capitals, as acronyms are",
        "entity.ampersand" => "two names joined by “&”",
        "entity.ending" => "its ending is usual in such names",
        "entity.capitals" => "capitalised like a name",
        "entity.same-as" => "part of a fuller name in this text",
        "entity.head.organisation" => "its wording is that of an organisation",
        "entity.head.facility" => "its wording is that of a building or a road",
        "entity.head.place" => "its wording is that of a place",
        "entity.head.event" => "its wording is that of an event",
        "entity.head.law" => "its wording is that of a law",
        "entity.model" => "the model learnt from news reads it so here",
        "entity.pronoun" => "refers to the person named before",
        _ => explain_context(rule),
    }
}

fn explain_context(rule: &str) -> &'static str {
    match rule {
        "entity.context.in" => "a word such as “in” or “near” stands before it",
        "entity.context.at" => "“at” stands before it",
        "entity.context.from" => "“from” or “to” stands before it",
        "entity.context.the" => "“the” stands before it",
        "entity.context.a" => "“a” stands before it",
        "entity.context.by" => "“by”, “with” or a verb of saying stands before it",
        "entity.context.role" => "a role stands before it",
        "entity.context.organisation-noun" => "a word such as “company” stands beside it",
        "entity.context.place-noun" => "a word such as “city” stands beside it",
        "entity.context.verb" => "what follows is what people do",
        "entity.context.compound" => "joined to a word such as “based”",
        "entity.context.age" => "an age follows",
        "entity.context.who" => "“who” follows",
        "entity.context.where" => "“where” follows",
        "entity.context.which" => "“which” follows",
        "entity.context.place-after" => "a larger place follows",
        "entity.context.apposition" => "what it is stands after the comma",
        _ if rule.starts_with("entity.date") => "written as a date",
        _ if rule.starts_with("entity.time") => "written as a time",
        "entity.money" => "a sum with its currency",
        "entity.percent" => "a number with its percent sign or word",
        "entity.quantity" => "a number with its unit",
        "entity.ordinal" => "an ordinal number",
        "entity.cardinal" => "a number",
        _ => "found by a rule",
    }
}

#[cfg(test)]
mod tests {
    use super::explain;

    #[test]
    fn every_rule_has_a_reason() {
        assert_eq!(explain("entity.title+name"), "a title stands before it");
        assert_eq!(explain("entity.date.weekday"), "written as a date");
        assert_eq!(explain("something.else"), "found by a rule");
    }
}
