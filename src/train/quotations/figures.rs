//! How good the answers are on documents that were held out.

use super::rows::Answered;
use galley_engine::detect::quotation::learnt::forest::Forest;
use galley_engine::detect::quotation::learnt::with_words;

/// A line of figures: the loss, how often a right answer ranks above a wrong one, and the share of right answers below which one in ten,
/// one in five, … of the wrong ones lie.
pub(super) fn line(forest: &Forest, answered: &[Answered]) -> String {
    let mut judged: Vec<(f32, bool)> = Vec::new();
    let mut loss = 0.0;
    for one in answered {
        let likely = forest.probability(&with_words(&one.row, forest));
        let (likely64, target) = (f64::from(likely), f64::from(one.target));
        loss -= target * libm::log(likely64.max(1e-6)) + (1.0 - target) * libm::log((1.0 - likely64).max(1e-6));
        judged.push((likely, one.target >= 0.5));
    }
    judged.sort_by(|one, other| one.0.total_cmp(&other.0));
    let right = judged.iter().filter(|one| one.1).count().max(1);
    let wrong = (judged.len() - judged.iter().filter(|one| one.1).count()).max(1);
    let (mut below, mut above, mut lost) = (0_usize, 0_usize, Vec::new());
    for (_, yes) in &judged {
        if *yes {
            above += below;
            lost.push(below);
        } else {
            below += 1;
        }
    }
    let rejected = |share: usize| 100.0 * lost.get(right * share / 1000).copied().unwrap_or(0) as f64 / wrong as f64;
    format!(
        "loss {:.4}, rank {:.4}, wrong ones below 1, 2, 5 % of the right ones: {:.1} {:.1} {:.1} %",
        loss / answered.len().max(1) as f64,
        above as f64 / (right as f64 * wrong as f64),
        rejected(10),
        rejected(20),
        rejected(50)
    )
}
