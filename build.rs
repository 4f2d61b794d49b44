//! Embedded migrations, words and policy are read at compile time: rebuild when they change.
fn main() {
    for folder in ["migrations", "locales", "policy", "static"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
