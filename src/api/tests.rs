//! The API, through HTTP.
