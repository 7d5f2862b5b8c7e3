//! Files of every version that was ever written are read for good: `tests/save/` keeps one of each.

use galley_engine::save;

#[test]
fn a_file_of_version_1_is_read_and_written_as_it_was() {
    let kept = include_str!("save/version-1.galley.json");
    let document = save::read(kept).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(document.annotations.len(), 8);
    // The program's own version may move on; all else is the same, byte for byte.
    let generator = |file: &str| file.lines().filter(|line| !line.contains("\"generator\"")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(generator(&save::write(&document)), generator(kept));
}
