//! The files that other people's programs read: Compose, GitHub Actions, Dependabot, the image.
//!
//! Invariants: each fits its published schema; a setting named in one place is spelled alike in the others.

use jsonschema::Validator;
use serde_json::Value;
use std::path::Path;

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A YAML file, its merge keys (`<<`) resolved as Compose does.
fn yaml(path: &str) -> Value {
    let mut value: serde_yaml_ng::Value =
        serde_yaml_ng::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    value.apply_merge().unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::to_value(value).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn violations(path: &str, schema: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(&read(schema)).expect("a schema is JSON");
    let validator: Validator = jsonschema::validator_for(&schema).expect("a schema is a schema");
    let file = yaml(path);
    validator.iter_errors(&file).map(|error| format!("{path}{}: {error}", error.instance_path())).collect()
}

/// The names in `${NAME}`, `${NAME:-default}` and `${NAME:?message}`.
fn variables(text: &str) -> Vec<&str> {
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
    text.split("${").skip(1).filter_map(|rest| rest.split(|sign| !is_name(sign)).next()).collect()
}

#[test]
fn compose_fits_its_schema() {
    assert_eq!(violations("docker-compose.yml", "tests/schemas/compose.json"), [""; 0]);
}

#[test]
fn the_workflow_fits_its_schema() {
    assert_eq!(violations(".github/workflows/ci.yml", "tests/schemas/workflow.json"), [""; 0]);
}

#[test]
fn dependabot_fits_its_schema() {
    assert_eq!(violations(".github/dependabot.yml", "tests/schemas/dependabot.json"), [""; 0]);
}

#[test]
fn every_variable_of_compose_is_explained_in_the_example() {
    let (compose, example) = (read("docker-compose.yml"), read(".env.example"));
    let missing = |name: &&str| !example.lines().any(|line| line.starts_with(&format!("{name}=")));
    let missing: Vec<&str> = variables(&compose).into_iter().filter(missing).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn no_password_has_a_default() {
    let passwords = ["docker-compose.yml", ".env.example"].map(read).concat();
    for line in passwords.lines().filter(|line| line.contains("PASSWORD") && !line.starts_with('#')) {
        let demanded = line.contains("PASSWORD:?set it in .env}");
        assert!(demanded || line.ends_with("PASSWORD="), "{line}");
    }
}

#[test]
fn the_app_starts_after_the_migrations() {
    let compose = yaml("docker-compose.yml");
    let condition = &compose["services"]["app"]["depends_on"]["migrate"]["condition"];
    assert_eq!(condition, "service_completed_successfully");
    let app = &compose["services"]["app"]["environment"];
    assert!(app.get("COOPERATOR_OWNER_URL").is_none(), "the app must not own its tables");
}
