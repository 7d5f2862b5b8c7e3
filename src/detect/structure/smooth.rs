//! Takes the neighbours' part in the decision: text and furniture come in stretches, so a lone change costs.

/// The cost of a change between the article's text and furniture from one block to the next, in log odds.
const CHANGE: f32 = 0.7;

/// The probability of each block to be the article's text, given the log odds of all blocks (forward and backward sums over a chain of two states).
#[must_use]
pub fn smooth(odds: &[f32]) -> Vec<f32> {
    let before = messages(odds.iter().copied());
    let mut after = messages(odds.iter().rev().copied());
    after.reverse();
    odds.iter().zip(before.iter().zip(&after)).map(|(odds, (before, after))| super::score::probability(odds + before + after)).collect()
}

/// For each place, what all the places before it say about it, in log odds.
fn messages(odds: impl Iterator<Item = f32>) -> Vec<f32> {
    let change = libm::expf(-CHANGE);
    let mut message = 0.0_f32;
    let mut messages = Vec::new();
    for odds in odds {
        messages.push(message);
        let ratio = libm::expf((message + odds).clamp(-30.0, 30.0));
        message = libm::logf((ratio + change) / (ratio * change + 1.0));
    }
    messages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doubtful_block_follows_its_neighbours() {
        let smoothed = smooth(&[4.0, 4.0, -0.3, 4.0, 4.0]);
        assert!(0.5 < smoothed[2], "{smoothed:?}");
        let smoothed = smooth(&[-4.0, 0.3, -4.0]);
        assert!(smoothed[1] < 0.4, "{smoothed:?}");
        assert!(0.9 < smooth(&[-1.0, 6.0, -1.0])[1]);
        assert!(smooth(&[]).is_empty());
    }
}
