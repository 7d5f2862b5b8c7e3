//! Rows of features, each feature cut into at most 64 bins of like size.

/// Bins of a column.
const BINS: usize = 64;
/// Rows from which the bins are told.
const SAMPLE: usize = 60_000;

/// The rows, column by column, each value as the number of its bin.
#[derive(Debug)]
pub(crate) struct Table {
    columns: Vec<Vec<u8>>,
    /// The upper ends of the bins, the last apart.
    edges: Vec<Vec<f32>>,
}

impl Table {
    /// An empty table whose bins suit `sample`, rows of `columns` values.
    pub(crate) fn builder<'a>(columns: usize, sample: impl ExactSizeIterator<Item = &'a [f32]>) -> Self {
        let step = sample.len().div_ceil(SAMPLE).max(1);
        let mut values: Vec<Vec<f32>> = vec![Vec::new(); columns];
        for row in sample.step_by(step) {
            for (column, value) in values.iter_mut().zip(row) {
                column.push(*value);
            }
        }
        Self { columns: vec![Vec::new(); columns], edges: values.into_iter().map(edges).collect() }
    }

    /// One more row.
    pub(crate) fn push(&mut self, row: &[f32]) {
        for ((column, edges), value) in self.columns.iter_mut().zip(&self.edges).zip(row) {
            let bin = edges.partition_point(|edge| *edge < *value);
            column.push(u8::try_from(bin).unwrap_or(u8::MAX));
        }
    }

    /// Rows.
    pub(crate) fn rows(&self) -> usize {
        self.columns.first().map_or(0, Vec::len)
    }

    /// Columns.
    pub(crate) fn columns(&self) -> usize {
        self.columns.len()
    }

    /// The bins of a column, row by row.
    pub(crate) fn column(&self, column: usize) -> &[u8] {
        &self.columns[column]
    }

    /// How many bins a column has.
    pub(crate) fn bins(&self, column: usize) -> usize {
        self.edges[column].len() + 1
    }

    /// The bin of one value.
    pub(crate) fn bin(&self, column: usize, row: usize) -> u8 {
        self.columns[column][row]
    }

    /// The upper end of a bin.
    pub(crate) fn edge(&self, column: usize, bin: u8) -> f32 {
        self.edges[column][usize::from(bin)]
    }
}

/// Upper ends of bins that hold about as many of `values` each; ends lie between values and are short enough for the file.
fn edges(mut values: Vec<f32>) -> Vec<f32> {
    values.sort_by(f32::total_cmp);
    let mut edges: Vec<f32> = Vec::new();
    let each = values.len().div_ceil(BINS).max(1);
    let mut since = 0;
    for pair in values.windows(2) {
        since += 1;
        if pair[0] < pair[1] && each <= since && edges.len() + 2 < BINS + 1 {
            let edge = galley_engine::detect::forest::short(pair[0] * 0.5 + pair[1] * 0.5);
            if pair[0] <= edge && edge < pair[1] && edges.last().is_none_or(|last| *last < edge) {
                edges.push(edge);
                since = 0;
            }
        }
    }
    if edges.is_empty() {
        // A rare value that is unlike all others still makes a bin of its own.
        let (first, last) = (values.first().copied().unwrap_or(0.0), values.last().copied().unwrap_or(0.0));
        let between = values.windows(2).find(|pair| pair[0] < pair[1]).map(|pair| pair[0] * 0.5 + pair[1] * 0.5);
        edges.extend(between.map(galley_engine::detect::forest::short).filter(|edge| first <= *edge && *edge < last));
    }
    edges
}
