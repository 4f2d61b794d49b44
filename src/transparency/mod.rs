//! Transparency: what the public sees.
