//! Stands in for the parser's tables of Unicode normalization: about 80 KB of WebAssembly that serve
//! names outside ASCII. Every browser has these tables, and natively Unicode's own library does.
//! Only what the parser uses is here.

use std::iter::{Once, once};

/// What can be brought into a normal form.
pub trait UnicodeNormalization {
    /// The text in the form NFKC, in which Python compares names.
    fn nfkc(self) -> Once<String>;
}

impl UnicodeNormalization for &str {
    fn nfkc(self) -> Once<String> {
        once(normalized(self))
    }
}

/// Is the text in the form NFKC already?
pub fn is_nfkc(text: &str) -> bool {
    normalized(text) == text
}

#[cfg(target_arch = "wasm32")]
fn normalized(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKC").into()
}

#[cfg(not(target_arch = "wasm32"))]
fn normalized(text: &str) -> String {
    icu_normalizer::ComposingNormalizerBorrowed::new_nfkc()
        .normalize(text)
        .into_owned()
}
