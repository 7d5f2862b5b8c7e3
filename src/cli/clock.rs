//! The moment that is written into the annotations.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Now, as RFC 3339 in UTC to the second; `SOURCE_DATE_EPOCH` (seconds since 1970, see reproducible-builds.org) stands in for the clock.
pub(crate) fn now() -> String {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let moment = fixed.and_then(|seconds| Timestamp::from_second(seconds).ok()).unwrap_or_else(Timestamp::now);
    moment.to_zoned(TimeZone::UTC).strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
