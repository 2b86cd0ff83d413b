//! The hashes of `hashlib`.

use sha2::Digest as _;

macro_rules! digests {
    ($($variant:ident $name:literal $kind:ty, $block:literal;)*) => {
        /// A hash that grows.
        #[derive(Clone, Debug)]
        pub(super) enum Digest { $($variant($kind)),* }

        impl Digest {
            /// An empty one of this name.
            pub(super) fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant(<$kind>::new())),)*
                    _ => None,
                }
            }

            pub(super) fn name(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name),* }
            }

            /// Bytes that it takes in at once.
            pub(super) fn block_size(&self) -> usize {
                match self { $(Self::$variant(_) => $block),* }
            }

            pub(super) fn update(&mut self, input: &[u8]) {
                match self { $(Self::$variant(hash) => hash.update(input)),* }
            }

            /// What it is of all that it was given.
            pub(super) fn finished(self) -> Vec<u8> {
                match self { $(Self::$variant(hash) => hash.finalize().to_vec()),* }
            }
        }
    };
}

digests! {
    Md5 "md5" md5::Md5, 64;
    Sha1 "sha1" sha1::Sha1, 64;
    Sha224 "sha224" sha2::Sha224, 64;
    Sha256 "sha256" sha2::Sha256, 64;
    Sha384 "sha384" sha2::Sha384, 128;
    Sha512 "sha512" sha2::Sha512, 128;
}

impl Digest {
    /// The hash of this alone.
    fn of(&self, input: &[u8]) -> Vec<u8> {
        let mut hash = self.clone();
        hash.update(input);
        hash.finished()
    }
}

/// The two hashes that a key is mixed into (RFC 2104).
fn keyed(empty: &Digest, key: &[u8]) -> [Digest; 2] {
    let size = empty.block_size();
    let mut block = if key.len() > size { empty.of(key) } else { key.to_vec() };
    block.resize(size, 0);
    [0x36, 0x5c].map(|pad| {
        let mut hash = empty.clone();
        hash.update(&block.iter().map(|byte| byte ^ pad).collect::<Vec<_>>());
        hash
    })
}

/// A key made of a password, slowly (PBKDF2, RFC 8018).
pub(super) fn derived(
    empty: &Digest,
    password: &[u8],
    salt: &[u8],
    rounds: u32,
    length: usize,
) -> Vec<u8> {
    let [inner, outer] = keyed(empty, password);
    let signed = |input: &[u8]| outer.of(&inner.of(input));
    let mut key = Vec::new();
    for block in 1_u32.. {
        if key.len() >= length {
            break;
        }
        let mut last = signed(&[salt, &block.to_be_bytes()].concat());
        let mut sum = last.clone();
        for _ in 1..rounds {
            last = signed(&last);
            sum.iter_mut().zip(&last).for_each(|(sum, byte)| *sum ^= byte);
        }
        key.extend(sum);
    }
    key.truncate(length);
    key
}
