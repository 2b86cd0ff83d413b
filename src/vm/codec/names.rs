//! The names of encodings (`Lib/encodings/__init__.py` and `aliases.py`).

use super::Result;
use super::charmap::Charmap;
use super::wide::Order;
use crate::vm::error::Error;

/// An encoding.
pub(super) enum Codec {
    Utf8,
    /// With a byte order mark in front.
    Utf8Sig,
    Ascii,
    Latin1,
    Charmap(Box<Charmap>),
    Utf16(Order),
    Utf32(Order),
    Escape,
    RawEscape,
    Idna,
}

/// What CPython has besides.
const UNSUPPORTED: &str = "big5 big5hkscs cp037 cp1006 cp1026 cp1125 cp1140 cp273 cp424 cp500 cp720 \
    cp737 cp775 cp855 cp856 cp857 cp860 cp861 cp862 cp863 cp864 cp865 cp869 cp874 cp875 cp932 cp949 \
    cp950 euc_jis_2004 euc_jisx0213 euc_jp euc_kr eucjp euckr gb18030 gb2312 gbk hp_roman8 hz \
    iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr \
    iso_2022_jp iso_2022_kr johab koi8_t kz1048 mac_arabic mac_croatian mac_cyrillic mac_farsi \
    mac_greek mac_iceland mac_latin2 mac_romanian mac_turkish palmos ptcp154 punycode shift_jis \
    shift_jis_2004 shift_jisx0213 sjis tis_620 u7 undefined utf7 utf_7";

/// What makes bytes of bytes, or text of text.
const NO_TEXT: &str = "base64 base64_codec base_64 bz2 bz2_codec hex hex_codec quopri quopri_codec \
    quoted_printable quotedprintable rot13 rot_13 uu uu_codec zip zlib zlib_codec";

impl Codec {
    /// The encoding that a program means.
    pub(super) fn named(name: &str) -> Result<Self> {
        let key = normalized(name);
        let is_in = |names: &str| names.split(' ').any(|known| known == key);
        if name.contains('\0') {
            return Err(Error::value_error("embedded null character"));
        }
        Ok(match key.as_str() {
            "utf_8" | "u8" | "utf" | "utf8" | "utf8_ucs2" | "utf8_ucs4" | "cp65001" => Self::Utf8,
            "utf_8_sig" => Self::Utf8Sig,
            "ascii" | "646" | "ansi_x3.4_1968" | "ansi_x3_4_1968" | "ansi_x3.4_1986" | "cp367"
            | "csascii" | "ibm367" | "iso646_us" | "iso_646.irv_1991" | "iso_ir_6" | "us"
            | "us_ascii" => Self::Ascii,
            "latin_1" | "8859" | "cp819" | "csisolatin1" | "ibm819" | "iso8859" | "iso8859_1"
            | "iso_8859_1" | "iso_8859_1_1987" | "iso_ir_100" | "l1" | "latin" | "latin1" => {
                Self::Latin1
            }
            "utf_16" | "u16" | "utf16" => Self::Utf16(Order::Marked),
            "utf_16_le" | "unicodelittleunmarked" | "utf_16le" => Self::Utf16(Order::Little),
            "utf_16_be" | "unicodebigunmarked" | "utf_16be" => Self::Utf16(Order::Big),
            "utf_32" | "u32" | "utf32" => Self::Utf32(Order::Marked),
            "utf_32_le" | "utf_32le" => Self::Utf32(Order::Little),
            "utf_32_be" | "utf_32be" => Self::Utf32(Order::Big),
            "unicode_escape" => Self::Escape,
            "raw_unicode_escape" => Self::RawEscape,
            "idna" => Self::Idna,
            key => match Charmap::named(key) {
                Some(map) => Self::Charmap(Box::new(map)),
                None if is_in(UNSUPPORTED) => {
                    return Err(Error::unsupported(format!("the encoding '{name}'")));
                }
                None if is_in(NO_TEXT) => {
                    return Err(Error::exception(
                        "LookupError",
                        format!(
                            "'{name}' is not a text encoding; use codecs.encode() to handle \
                             arbitrary codecs"
                        ),
                    ));
                }
                None => {
                    return Err(Error::exception(
                        "LookupError",
                        format!("unknown encoding: {name}"),
                    ));
                }
            },
        })
    }
}

/// A name in small letters, where everything between letters and digits is one `_`.
fn normalized(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut is_between = false;
    for c in name.chars() {
        if c.is_ascii_alphanumeric() || c == '.' {
            if is_between && !key.is_empty() {
                key.push('_');
            }
            is_between = false;
            key.push(c.to_ascii_lowercase());
        } else {
            is_between = true;
        }
    }
    key
}
