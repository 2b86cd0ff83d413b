//! Names the condition under which there are threads, so that it stands in one place:
//! everywhere but in WebAssembly without atomics.

fn main() {
    println!("cargo::rustc-check-cfg=cfg(threads)");
    println!("cargo::rustc-check-cfg=cfg(gil_loom)");
    println!("cargo::rustc-check-cfg=cfg(gil_profile)");
    println!("cargo::rerun-if-changed=build.rs");
    let wasm = std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    let features = std::env::var("CARGO_CFG_TARGET_FEATURE").unwrap_or_default();
    if !wasm || features.split(',').any(|feature| feature == "atomics") {
        println!("cargo::rustc-cfg=threads");
    }
}
