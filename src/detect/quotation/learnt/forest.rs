//! Boosted trees as they lie in the weight file: read, checked, and asked for a score in whole numbers, so that every machine agrees.

/// How many words of a row have learnt weights of their own.
pub const SLOTS: usize = 3;

/// What opens a weight file, and the version of its form.
pub const MAGIC: &[u8; 5] = b"GQTN\x01";

/// The scale of leaves: thousandths of a unit of log-odds.
const LEAF: f32 = 1000.0;

/// Trees that answer one question.
#[derive(Clone, Debug, Default)]
pub struct Forest {
    /// The score before any tree, in thousandths of a unit of log-odds.
    pub bias: i32,
    /// How many questions each tree asks before it answers.
    pub depth: u8,
    /// Per inner node of each tree: which value is looked at, and the most it may be to go left.
    pub splits: Vec<(u8, i16)>,
    /// Per leaf of each tree: what it adds to the score, in thousandths.
    pub leaves: Vec<i16>,
    /// Per slot, the words with weights of their own, in order, each with its weight in sixteenths of a unit of log-odds.
    pub words: [Vec<(String, i8)>; SLOTS],
}

impl Forest {
    /// The weight of `word` in `slot`; none where it was not learnt.
    #[must_use]
    pub fn word(&self, slot: usize, word: &str) -> i16 {
        let Some(words) = self.words.get(slot) else { return 0 };
        words.binary_search_by(|(known, _)| known.as_str().cmp(word)).map_or(0, |at| i16::from(words[at].1))
    }

    /// The probability for `values`, 0 to 1.
    #[must_use]
    pub fn probability(&self, values: &[i16]) -> f32 {
        let inner = (1_usize << self.depth) - 1;
        let mut score = self.bias;
        for (tree, leaves) in self.splits.chunks(inner.max(1)).zip(self.leaves.chunks(inner + 1)) {
            let mut node = 0;
            while let Some(&(feature, most)) = tree.get(node) {
                let value = values.get(usize::from(feature)).copied().unwrap_or(0);
                node = 2 * node + 1 + usize::from(value > most);
            }
            score += leaves.get(node - inner).copied().map_or(0, i32::from);
        }
        #[expect(clippy::cast_precision_loss, reason = "scores are small")]
        let score = score as f32 / LEAF;
        1.0 / (1.0 + libm::expf(-score))
    }

    /// As bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![self.depth];
        bytes.extend(self.bias.to_le_bytes());
        bytes.extend(u32::try_from(self.leaves.len() >> self.depth).unwrap_or(0).to_le_bytes());
        bytes.extend(self.splits.iter().map(|split| split.0));
        bytes.extend(self.splits.iter().flat_map(|split| split.1.to_le_bytes()));
        bytes.extend(self.leaves.iter().flat_map(|leaf| leaf.to_le_bytes()));
        for words in &self.words {
            bytes.extend(u32::try_from(words.len()).unwrap_or(0).to_le_bytes());
            for (word, weight) in words {
                bytes.push(u8::try_from(word.len()).unwrap_or(0));
                bytes.extend(word.as_bytes());
                bytes.extend(weight.to_le_bytes());
            }
        }
        bytes
    }

    /// Reads one forest from the front of `bytes`.
    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let [depth] = take::<1>(bytes)?;
        let bias = i32::from_le_bytes(take(bytes)?);
        let trees = usize::try_from(u32::from_le_bytes(take(bytes)?)).ok()?;
        let inner = trees.checked_mul((1_usize << depth.min(12)) - 1)?;
        let features: Vec<u8> = bytes.split_off(..inner)?.to_vec();
        let mosts: Vec<i16> = (0..inner).map(|_| take(bytes).map(i16::from_le_bytes)).collect::<Option<_>>()?;
        let leaves = (0..inner.checked_add(trees)?).map(|_| take(bytes).map(i16::from_le_bytes)).collect::<Option<_>>()?;
        let mut words: [Vec<(String, i8)>; SLOTS] = Default::default();
        for slot in &mut words {
            let count = u32::from_le_bytes(take(bytes)?);
            *slot = (0..count).map(|_| read_word(bytes)).collect::<Option<_>>()?;
        }
        Some(Self { bias, depth: depth.min(12), splits: features.into_iter().zip(mosts).collect(), leaves, words })
    }
}

fn read_word(bytes: &mut &[u8]) -> Option<(String, i8)> {
    let [length] = take::<1>(bytes)?;
    let word = String::from_utf8(bytes.split_off(..usize::from(length))?.to_vec()).ok()?;
    Some((word, i8::from_le_bytes(take(bytes)?)))
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    bytes.split_off(..N)?.try_into().ok()
}

/// The forests of a weight file; none where the file is not of this form.
#[must_use]
pub fn read(mut bytes: &[u8]) -> Option<Vec<Forest>> {
    if &take::<5>(&mut bytes)? != MAGIC {
        return None;
    }
    let [count] = take::<1>(&mut bytes)?;
    let forests = (0..count).map(|_| Forest::read(&mut bytes)).collect::<Option<Vec<_>>>()?;
    bytes.is_empty().then_some(forests)
}

/// A weight file with `forests`.
#[must_use]
pub fn write(forests: &[Forest]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.push(u8::try_from(forests.len()).unwrap_or(0));
    bytes.extend(forests.iter().flat_map(Forest::to_bytes));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stump() -> Forest {
        let words = [vec![("say".to_owned(), 7)], vec![], vec![]];
        Forest { bias: 0, depth: 1, splits: vec![(1, 4)], leaves: vec![-1000, 1000], words }
    }

    #[test]
    fn a_tree_is_asked() {
        assert!(stump().probability(&[9, 4]) < 0.3);
        assert!(stump().probability(&[0, 5]) > 0.7);
        assert!(stump().probability(&[]) < 0.3);
        assert_eq!((stump().word(0, "say"), stump().word(0, "sing"), stump().word(9, "say")), (7, 0, 0));
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = write(&[stump(), Forest::default()]);
        let forests = read(&bytes).expect("a weight file");
        assert_eq!(write(&forests), bytes);
    }

    #[test]
    fn a_broken_file_is_refused() {
        let bytes = write(&[stump()]);
        assert!((0..bytes.len()).all(|end| read(&bytes[..end]).is_none()));
        assert!(read(b"GQTN\x02\x00").is_none());
    }
}
