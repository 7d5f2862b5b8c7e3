//! Cases for tokens and sentences, in words of our own.

use super::*;
use crate::block;
use crate::source::plain::from_text;
use unicode_segmentation::UnicodeSegmentation;

fn read(text: &str) -> Language {
    analyse(text, &block::cut(&from_text(text)))
}

/// `expected` are the tokens, separated by spaces.
fn check_tokens(text: &str, expected: &str) {
    let tokens: Vec<_> = read(text).tokens.iter().map(|token| token.span.of(text).to_owned()).collect();
    assert_eq!(tokens.join(" "), expected);
}

/// `marked` is a text in which every `|` stands where a sentence ends and another starts.
fn check_sentences(marked: &str) {
    let text = marked.replace('|', "");
    let sentences: Vec<_> = read(&text).sentences.iter().map(|sentence| sentence.span.of(&text).to_owned()).collect();
    let expected: Vec<_> = marked.split('|').map(|sentence| sentence.trim().to_owned()).collect();
    assert_eq!(sentences, expected);
}

#[test]
fn possessives_and_clitics_are_tokens_of_their_own() {
    check_tokens("Ukraine’s war", "Ukraine ’s war");
    check_tokens("Ukraine's war", "Ukraine 's war");
    check_tokens("he’d say we'll see, I’m sure", "he ’d say we 'll see , I ’m sure");
    check_tokens("don’t O’Brien D'Souza Xi’an", "don’t O’Brien D'Souza Xi’an");
    check_tokens("“Meet the Press”’s host", "“ Meet the Press ” ’s host");
    check_tokens("the workers’ rights", "the workers ’ rights");
    check_tokens("the ’90s, get ’em", "the ’90s , get ’em");
}

#[test]
fn abbreviations_keep_their_full_stop() {
    check_tokens("the U.S. and the U.K.", "the U.S. and the U.K.");
    check_tokens("Mr. Roe, Ph.D., of Lima, Mich.", "Mr. Roe , Ph.D. , of Lima , Mich.");
    check_tokens("On Dec. 26 in St. Ives", "On Dec. 26 in St. Ives");
    check_tokens("J. Mansour and J.K. Rowe", "J. Mansour and J.K. Rowe");
    check_tokens("That was plan B. The end.", "That was plan B . The end .");
    check_tokens("no. It was he", "no . It was he");
}

#[test]
fn numbers_keep_separators_and_glued_letters() {
    check_tokens("2,500 3.5 22:04 1990s 21st 61mm", "2,500 3.5 22:04 1990s 21st 61mm");
    check_tokens("€19m in 2019.", "€ 19m in 2019 .");
    check_tokens("120-megawatt-hour", "120 - megawatt-hour");
}

#[test]
fn addresses_and_hashtags_are_single_tokens() {
    check_tokens("See www.suvanto.example/press.", "See www.suvanto.example/press .");
    check_tokens("Mail to press@suvanto.example, or not.", "Mail to press@suvanto.example , or not .");
    check_tokens("on lists.example.org (here)", "on lists.example.org ( here )");
    check_tokens("#Ukraine and @some_one", "#Ukraine and @some_one");
    check_tokens("https://a.example/b?c=d, then", "https://a.example/b?c=d , then");
}

#[test]
fn hyphens_join_and_dashes_part() {
    check_tokens("Jean-Luc went Leipzig–Danzig—soon", "Jean-Luc went Leipzig – Danzig — soon");
    check_tokens("Covid-19, F-16s, AT&T", "Covid-19 , F-16s , AT&T");
}

#[test]
fn plain_sentences_end_at_full_stops() {
    check_sentences("He came. |She saw! |Did it end? |Yes.");
    check_sentences("One line\n|Another line");
}

#[test]
fn abbreviations_do_not_end_sentences() {
    check_sentences("U.S. Officials met Mr. Roe. |They spoke.");
    check_sentences("She lives in the U.S. |He does not.");
    check_sentences("J. Mansour wrote on Dec. 26. |Nobody read it.");
    check_sentences("Acme Inc. bought Bolt Corp. |The deal closed.");
    check_sentences("At 2:00 p.m. Wednesday it ended.");
    check_sentences("It ended at 5 p.m. |But he stayed.");
    check_sentences("Gov. Ana Roe of Flint, Mich., said no. |He left.");
}

#[test]
fn decimals_and_ellipses_do_not_end_sentences() {
    check_sentences("It rose 3.5 percent. |Then it fell.");
    check_sentences("He was... well, late. |Very late.");
}

#[test]
fn quotation_marks_close_after_the_full_stop() {
    check_sentences("“I did it.” |He left.");
    check_sentences("\"I did it.\" |\"You did?\" |He left.");
    check_sentences("He said: “No.” |“Yes,” she said.");
    check_sentences("“Sample somewhere else,’ ” she said. |“No.”");
    check_sentences("‘I’m told.’ |He paused.");
}

#[test]
fn a_question_and_who_asked_it_are_one_sentence() {
    check_sentences("“Why?” she asked. |Nobody knew.");
    check_sentences("“Why?” Ana Roe asked. |Nobody knew.");
}

#[test]
fn german_dates_and_list_numbers_are_no_ends() {
    check_sentences("Am 14. April beginnt es. |Dr. Roe kommt.");
    check_sentences("1. First item");
}

#[test]
fn a_lost_space_still_ends_a_sentence() {
    check_sentences("It ended.|The next began.");
}

#[test]
fn text_without_capitals_is_split_at_full_stops() {
    check_sentences("he came. |she saw.");
}

#[test]
fn any_input_is_covered_once_and_on_grapheme_boundaries() {
    for text in [
        "",
        "…",
        "'''",
        "👩‍👩‍👧.👩‍👩‍👧 x",
        "e\u{301}. e\u{301}A",
        "मोदी ने कहा। ठीक",
        "北京。上海",
        "a\u{ad}b",
        "U.S.\u{301}",
        "\u{301}x’s\u{301}",
        "A.B.C.D",
        "’",
        "x’",
        "@",
        "www.",
    ] {
        let language = read(text);
        let boundaries: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        for token in &language.tokens {
            assert!(boundaries.contains(&token.span.from()) && boundaries.contains(&token.span.to()), "{text:?} {token:?}");
        }
        let held: usize = language.sentences.iter().map(|sentence| sentence.tokens.len()).sum();
        assert_eq!(held, language.tokens.len());
        let outside: String = text.split(|character: char| !character.is_whitespace()).collect();
        assert_eq!(outside.len() + language.tokens.iter().map(|token| token.span.len()).sum::<usize>(), text.len(), "{text:?}");
    }
}

#[test]
fn finds_the_token_and_the_sentence_at_a_place() {
    let text = "He came. She saw.";
    let language = read(text);
    assert_eq!(language.tokens[language.token_at(9)].span.of(text), "She");
    assert_eq!(language.sentence_at(10).map(|sentence| sentence.span.of(text)), Some("She saw."));
    assert_eq!(language.sentence_at(8), None);
}
