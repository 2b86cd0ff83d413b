//! Stands in for the parser's tables of Unicode's normal forms: 53 KB of each compressed build that
//! serve names like `ﬁle` and `µs`, which are `file` and `μs` to Python. In WebAssembly JavaScript
//! is asked, which has such tables; natively, and so in most tests, they are another crate's.

/// What the parser asks of a text.
pub trait UnicodeNormalization {
    /// Its characters in the form NFKC.
    fn nfkc(self) -> impl Iterator<Item = char>;
}

impl UnicodeNormalization for &str {
    fn nfkc(self) -> impl Iterator<Item = char> {
        normalized(self).into_iter()
    }
}

/// Is a text in the form NFKC?
pub fn is_nfkc(text: &str) -> bool {
    text.nfkc().eq(text.chars())
}

#[cfg(target_arch = "wasm32")]
fn normalized(text: &str) -> Vec<char> {
    String::from(js_sys::JsString::from(text).normalize("NFKC")).chars().collect()
}

#[cfg(not(target_arch = "wasm32"))]
use native::normalized;

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use unicode_normalization_alignments::UnicodeNormalization;

    pub(crate) fn normalized(text: &str) -> Vec<char> {
        text.nfkc().map(|(character, _)| character).collect()
    }
}
