//! Cases for dates, times and numbers, in words of our own.

use crate::annotation::EntityKind;
use crate::block;
use crate::detect::Reading;
use crate::language;
use crate::source::metadata::{Fact, Metadata};
use crate::source::plain::from_text;

/// The dates, times and numbers of `text`, published on 12 March 2025 (a Wednesday), as `label:words=value`.
fn read(text: &str) -> Vec<String> {
    let source = from_text(text);
    let blocks = block::cut(&source);
    let language = language::analyse(text, &blocks);
    let metadata = Metadata { published: Some(Fact::given("2025-03-12")), ..Metadata::default() };
    let reading = Reading { text, blocks: &blocks, roles: &[], language: &language, metadata: &metadata };
    let show = |one: &crate::annotation::Suggestion| {
        let mention = one.label.mention()?;
        let numeric =
            !matches!(mention.kind, EntityKind::Person | EntityKind::Org | EntityKind::Gpe | EntityKind::Event | EntityKind::Norp);
        let value = mention.value.as_ref().map_or(String::new(), |value| format!("={value}"));
        numeric.then(|| format!("{}:{}{value}", mention.kind.code(), one.extent().of(text)))
    };
    crate::detect::entity::find(&reading).iter().filter_map(show).collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(read(text), expected, "{text}");
}

#[test]
fn full_dates_have_their_day() {
    check("It was Dec. 26, 2024.", &["DATE:Dec. 26, 2024=2024-12-26"]);
    check("On 26 December 2024 it rained.", &["DATE:26 December 2024=2024-12-26"]);
    check("On Wednesday, June 10, 2026, it opens.", &["DATE:Wednesday, June 10, 2026=2026-06-10"]);
    check("Stand: 18.03.2026, 17:52 Uhr", &["DATE:18.03.2026=2026-03-18", "TIME:17:52 Uhr=T17:52"]);
    check("filed 2024-12-26 late", &["DATE:2024-12-26=2024-12-26"]);
    check("Am 14. April 2026 beginnt es.", &["DATE:14. April 2026=2026-04-14"]);
    check("The 3rd of May 1998 was warm.", &["DATE:3rd of May 1998=1998-05-03"]);
}

#[test]
fn impossible_days_have_no_value() {
    check("on February 30, 2024", &["DATE:February 30, 2024"]);
}

#[test]
fn months_and_years_are_dates() {
    check("in March 2017", &["DATE:March 2017=2017-03"]);
    check("in 2019 and since 1988", &["DATE:2019=2019", "DATE:1988=1988"]);
    check("the 1990s and the ’80s", &["DATE:1990s=1990/1999", "DATE:’80s=1980/1989"]);
    check("for 2021-2031", &["DATE:2021-2031=2021/2031"]);
    check("the 19th century", &["DATE:19th century=1801/1900"]);
    check("spring of 2027", &["DATE:spring of 2027=2027-03/2027-05"]);
    check("the third quarter of 2027", &["DATE:third quarter of 2027=2027-07/2027-09"]);
}

#[test]
fn words_that_are_also_months_need_more() {
    check("They may march on.", &[]);
    check("May told the house.", &[]);
    check("Since May it rains.", &["DATE:May=2025-05"]);
}

#[test]
fn relative_dates_count_from_the_day_of_publication() {
    check("said on Tuesday", &["DATE:Tuesday=2025-03-11"]);
    check("will meet on Tuesday", &["DATE:Tuesday=2025-03-18"]);
    check("last Friday", &["DATE:last Friday=2025-03-07"]);
    check("this week", &["DATE:this week=2025-W11"]);
    check("last month", &["DATE:last month=2025-02"]);
    check("next year", &["DATE:next year=2026"]);
    check("he left yesterday", &["DATE:yesterday=2025-03-11"]);
    check("two years ago", &["DATE:two years ago=2023"]);
    check("on Feb. 26 it rained", &["DATE:Feb. 26=2025-02-26"]);
    check("A trial is set for Sept. 14.", &["DATE:Sept. 14=2025-09-14"]);
    check("In October he left.", &["DATE:October=2024-10"]);
}

#[test]
fn times_of_day() {
    check("at 2:00 p.m. EEST", &["TIME:2:00 p.m. EEST=T14:00"]);
    check("at 5pm and 22:04", &["TIME:5pm=T17:00", "TIME:22:04=T22:04"]);
    check("within 24 hours", &["TIME:24 hours"]);
    check("this morning", &["TIME:this morning"]);
}

#[test]
fn sums_and_shares() {
    check("$1.2 billion and €74 million", &["MONEY:$1.2 billion", "MONEY:€74 million"]);
    check("Rs 4500, US$30m, £1.2m", &["MONEY:Rs 4500", "MONEY:US$30m", "MONEY:£1.2m"]);
    check("46 million euros", &["MONEY:46 million euros"]);
    check("hundreds of millions of dollars", &["MONEY:hundreds of millions of dollars"]);
    check("21%, sixty percent, 31 per cent", &["PERCENT:21%", "PERCENT:sixty percent", "PERCENT:31 per cent"]);
}

#[test]
fn quantities_and_numbers() {
    check("31 kilometers and 61mm", &["QUANTITY:31 kilometers", "QUANTITY:61mm"]);
    check("140 square kilometers", &["QUANTITY:140 square kilometers"]);
    check("the third of 431 jars", &["ORDINAL:third", "CARDINAL:431"]);
    check("eleven dogs", &["CARDINAL:eleven"]);
}

#[test]
fn years_have_their_era() {
    check("It fell in 508 BC and again in 347 AD.", &["DATE:508 BC=-0508", "DATE:347 AD=0347"]);
    check("Oda (c. 314 – 368) was an abbot.", &["DATE:314=0314", "DATE:368=0368"]);
    check("He died on 30 September 420.", &["DATE:30 September 420=0420-09-30"]);
}

#[test]
fn what_follows_counts_from_the_year_stated_last() {
    check("He came in 1920 and left that same year.", &["DATE:1920=1920", "DATE:that same year=1920"]);
    check("Built in 1920, it burned two years later.", &["DATE:1920=1920", "DATE:two years later=1922"]);
    check("from March to August 2011", &["DATE:March=2011-03", "DATE:August 2011=2011-08"]);
}

#[test]
fn the_nearest_verb_tells_behind_from_ahead() {
    check("The fair opens Friday.", &["DATE:Friday=2025-03-14"]);
    check("Oda, who will retire, spoke on Friday.", &["DATE:Friday=2025-03-07"]);
    check("The vote is to be held on Nov. 20.", &["DATE:Nov. 20=2025-11-20"]);
    check("It began on March 3 and will last.", &["DATE:March 3=2025-03-03"]);
}

#[test]
fn sums_with_glued_codes_and_hyphens() {
    check("a 2.4 billion-euro loan", &["MONEY:2.4 billion-euro"]);
    check("a 10-million-dollar loan", &["MONEY:10-million-dollar"]);
    check("ZAR30 million, USD1,850,000, N200 billion", &["MONEY:ZAR30 million", "MONEY:USD1,850,000", "MONEY:N200 billion"]);
    check("paid US dollars 5000", &["MONEY:US dollars 5000"]);
}

#[test]
fn a_weekday_is_a_date_whatever_part_of_it_is_meant() {
    check("It rained on Saturday night.", &["DATE:Saturday=2025-03-08"]);
}

#[test]
fn dates_told_relative_to_others_start_with_their_article() {
    check("Over the past decade it grew.", &["DATE:the past decade=2010/2019"]);
    check("She left the following month.", &["DATE:the following month"]);
    check("It closed a few months ago.", &["DATE:a few months ago"]);
    check("He wrote it several years later.", &["DATE:several years later"]);
}

#[test]
fn seasons_without_a_year_are_dates_where_they_are_no_names() {
    check("It is dry in summer.", &["DATE:summer"]);
    check("He won at the Winter Games.", &[]);
}

#[test]
fn short_second_years_and_decades_belong_to_the_first() {
    check("They lived there (1892 – 94).", &["DATE:1892=1892", "DATE:94=1894"]);
    check("In the 1960s and 70s it grew.", &["DATE:1960s=1960/1969", "DATE:70s=1970/1979"]);
    check("By the 7th century BC it was a town.", &["DATE:7th century BC=-0700/-0601"]);
}
