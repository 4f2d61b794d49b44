//! What the program sends to the database for a request, taken from the log of PostgreSQL and made into a script for pgbench.
//!
//! Nothing of it is written down here, so it cannot grow stale. Every client sends the same two requests twice. What a parameter
//! is then shows by itself: the same in all four is a constant; a number that differs by client alone is the client's own (a
//! member, a card); one that grows from the first pair to the second alike for all is a counter (a version); bytes that are new each
//! time are a digest, which the script draws by lot; anything else is what it was the first time (a name, an instant).

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use diesel::pg::PgConnection;
use diesel::prelude::*;

/// How the log looks while requests are recorded: the process in front, for whose statement a line of parameters is.
const LOGGING: [(&str, &str); 4] = [
    ("log_statement", "all"),
    ("log_line_prefix", "@%p "),
    ("log_parameter_max_length", "-1"),
    ("log_error_verbosity", "default"),
];
/// Asked by the pool before it hands a connection out, or said once for all that follows on it. A session of pgbench is set up when it
/// starts.
const OF_THE_POOL: [&str; 2] = ["select 1", "select set_config('app.coop_id', $1, false)"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    process: String,
    pub text: String,
    parameters: Vec<Option<String>>,
}

/// The log of the private PostgreSQL, read while every statement is in it.
pub struct Log {
    path: PathBuf,
    /// Statements that come although nobody asks for anything.
    background: HashSet<String>,
}

impl Log {
    /// Has PostgreSQL log everything, and listens for a while to what goes on by itself. Jobs must be held.
    pub fn start(cluster: &Path, owner: &mut PgConnection) -> Self {
        for (name, value) in LOGGING {
            run(owner, &format!("alter system set {name} = '{value}'"));
        }
        run(owner, "select pg_reload_conf()");
        let mut log = Self { path: cluster.join("server.log"), background: HashSet::new() };
        let from = log.end();
        for _ in 0..3 {
            run(owner, "notify jobs"); // in other words than the program, whose own must not be taken for background
            std::thread::sleep(std::time::Duration::from_millis(1_100));
        }
        let heard = log.since(from);
        let framed = ["BEGIN", "COMMIT"];
        log.background =
            heard.into_iter().map(|one| one.text).filter(|text| !framed.contains(&text.as_str())).collect();
        log.background.extend(OF_THE_POOL.map(str::to_owned));
        log
    }

    pub fn stop(self, owner: &mut PgConnection) {
        run(owner, "alter system reset all");
        run(owner, "select pg_reload_conf()");
    }

    /// The statements that a request is made of.
    pub fn of(&self, request: impl FnOnce()) -> Vec<Statement> {
        let from = self.end();
        request();
        let mut all = self.since(from);
        all.retain(|one| !self.background.contains(&one.text));
        // What is left of a transaction of the background is its frame; its connection's, whatever others did in between.
        let frame = |all: &[Statement]| {
            all.iter().enumerate().find_map(|(at, one)| {
                let next = all.iter().enumerate().skip(at + 1).find(|(_, next)| next.process == one.process)?;
                (one.text == "BEGIN" && next.1.text == "COMMIT").then_some((at, next.0))
            })
        };
        while let Some((begun, over)) = frame(&all) {
            all.remove(over);
            all.remove(begun);
        }
        // Of a transaction that had begun before, or ends later, a half.
        let framed = |process: &str| all.iter().any(|one| one.process == process && !is_frame(one));
        let busy: Vec<String> = all.iter().map(|one| one.process.clone()).filter(|process| framed(process)).collect();
        all.retain(|one| busy.contains(&one.process));
        all
    }

    fn end(&self) -> u64 {
        std::fs::metadata(&self.path).expect("the log").len()
    }

    fn since(&self, from: u64) -> Vec<Statement> {
        let mut file = File::open(&self.path).expect("the log");
        file.seek(SeekFrom::Start(from)).expect("its end");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        statements(&text)
    }
}

fn is_frame(one: &Statement) -> bool {
    matches!(one.text.as_str(), "BEGIN" | "COMMIT")
}

fn statements(log: &str) -> Vec<Statement> {
    // A line that begins with a tab goes on with the one before.
    let log = log.replace("\n\t", " ");
    let mut all: Vec<Statement> = Vec::new();
    for line in log.lines() {
        let Some((process, said)) = line.strip_prefix('@').and_then(|rest| rest.split_once(' ')) else { continue };
        if let Some(said) = said.strip_prefix("LOG:  ") {
            let text =
                said.strip_prefix("statement: ").or_else(|| Some(said.strip_prefix("execute ")?.split_once(": ")?.1));
            let Some(text) = text else { continue };
            all.push(Statement { process: process.to_owned(), text: text.to_owned(), parameters: Vec::new() });
        } else if let Some(detail) = said.strip_prefix("DETAIL:  ") {
            let values = detail.strip_prefix("parameters: ").or_else(|| detail.strip_prefix("Parameters: "));
            let of = all.iter_mut().rfind(|one| one.process == process);
            if let (Some(values), Some(of)) = (values, of) {
                of.parameters = parameters(values);
            }
        }
    }
    all
}

/// Reads `$1 = 'it''s', $2 = NULL`.
fn parameters(mut text: &str) -> Vec<Option<String>> {
    let mut all = Vec::new();
    while let Some((_, rest)) = text.split_once(" = ") {
        let Some(quoted) = rest.strip_prefix('\'') else {
            all.push(None);
            text = rest;
            continue;
        };
        let mut value = String::new();
        let mut signs = quoted.char_indices();
        text = loop {
            match signs.next() {
                Some((at, '\'')) if quoted[at + 1..].starts_with('\'') => {
                    value.push('\'');
                    signs.next();
                }
                Some((at, '\'')) => break &quoted[at + 1..],
                Some((_, sign)) => value.push(sign),
                None => break "",
            }
        };
        all.push(Some(value));
    }
    all
}

/// Two requests, there and back, as every client sent them two times.
pub type Recorded = Vec<[Vec<Statement>; 4]>;

/// A script for pgbench whose one run is a request there and one back, with the values that stay the same.
pub struct Script {
    pub text: String,
    pub values: Vec<(String, String)>,
    /// How many statements one request is.
    pub statements: usize,
    drawn: BTreeMap<String, String>,
    set: BTreeMap<String, String>,
}

impl Script {
    pub fn of(recorded: &Recorded) -> Self {
        let mut script = Self {
            text: String::new(),
            values: vec![("turn".to_owned(), "-1".to_owned())],
            statements: recorded[0][0].len(),
            drawn: BTreeMap::new(),
            set: BTreeMap::new(),
        };
        let mut body = String::new();
        for (there, again) in [(0, 2), (1, 3)] {
            script.drawn.clear();
            for (place, statement) in recorded[0][there].iter().enumerate() {
                for client in recorded {
                    let alike = [there, again].map(|step| client[step].get(place).map(|one| &one.text));
                    assert!(
                        alike == [Some(&statement.text); 2] && client[there].len() == client[again].len(),
                        "the same request was other statements: {alike:#?}\nbeside {:#?}",
                        statement.text
                    );
                }
                let names: Vec<String> = (0..statement.parameters.len())
                    .map(|number| {
                        let value = |step: usize| {
                            recorded
                                .iter()
                                .map(|client| client[step][place].parameters[number].clone())
                                .collect::<Vec<_>>()
                        };
                        script.name(&value(there), &value(again))
                    })
                    .collect();
                let _ = writeln!(body, "{};", with_names(&statement.text, &names));
            }
        }
        script.text = "\\set turn :turn + 1\n".to_owned();
        for (expression, name) in &script.set {
            let _ = writeln!(script.text, "\\set {name} {expression}");
        }
        script.text.push_str(&body);
        script
    }

    /// What stands for a parameter in the script, from its values the first and the second time, by client.
    fn name(&mut self, first: &[Option<String>], second: &[Option<String>]) -> String {
        let Some(value) = &first[0] else { return "null".to_owned() };
        let numbers = |all: &[Option<String>]| {
            all.iter().map(|value| value.as_ref()?.parse::<i64>().ok()).collect::<Option<Vec<i64>>>()
        };
        let same = |all: &[Option<String>]| all.iter().all(|one| *one == all[0]);
        let (one, two) = (numbers(first), numbers(second));
        match (one, two) {
            _ if value.starts_with("\\x") && first != second => self.draw(value),
            (Some(one), Some(_)) if first == second && !same(first) => {
                let cases =
                    one.iter().enumerate().map(|(client, own)| format!("when :client_id = {client} then {own} "));
                self.expression("own", format!("case {}end", cases.collect::<String>()))
            }
            (Some(one), Some(two)) if same(first) && same(second) && two[0] > one[0] => {
                self.expression("counted", format!("{} + {} * :turn", one[0], two[0] - one[0]))
            }
            _ => self.constant(value),
        }
    }

    fn constant(&mut self, value: &str) -> String {
        let known = self.values.iter().find(|(name, known)| known == value && name.starts_with("constant"));
        let name = known.map(|(name, _)| name.clone()).unwrap_or_else(|| {
            let name = format!("constant{}", self.values.len());
            self.values.push((name.clone(), value.to_owned()));
            name
        });
        // The program says of which type a day or an instant is; for pgbench it is a text until somebody says so.
        format!(
            ":{name}{}",
            if is_day(value) {
                "::date"
            } else if is_instant(value) {
                "::timestamptz"
            } else {
                ""
            }
        )
    }

    fn expression(&mut self, what: &str, expression: String) -> String {
        let number = self.set.len();
        format!(":{}", self.set.entry(expression).or_insert_with(|| format!("{what}{number}")))
    }

    /// Bytes that are new in each request, the same wherever that request names them.
    fn draw(&mut self, value: &str) -> String {
        if !self.drawn.contains_key(value) {
            let number = self.set.len();
            let lot = format!("random(1000000000000000000, 9000000000000000000) + 0 * {number}");
            let name = self.expression("drawn", lot);
            self.drawn.insert(value.to_owned(), name);
        }
        self.drawn[value].clone()
    }
}

fn is_day(value: &str) -> bool {
    value.len() == 10
        && value
            .bytes()
            .enumerate()
            .all(|(at, sign)| if at == 4 || at == 7 { sign == b'-' } else { sign.is_ascii_digit() })
}

fn is_instant(value: &str) -> bool {
    value.split_once(' ').is_some_and(|(day, time)| is_day(day) && time.contains(':') && time.ends_with("+00"))
}

/// A statement with names in the place of `$1`, `$2` …
fn with_names(text: &str, names: &[String]) -> String {
    let mut pieces = text.split('$');
    let mut named = pieces.next().unwrap_or_default().to_owned();
    assert!(!text.replace("::", "").contains(':'), "pgbench would take a colon for a name: {text}");
    for piece in pieces {
        let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
        let number: Option<usize> = piece[..digits].parse().ok();
        match number.and_then(|number| names.get(number.checked_sub(1)?)) {
            Some(name) => named.push_str(name),
            None => {
                named.push('$');
                named.push_str(&piece[..digits]);
            }
        }
        named.push_str(&piece[digits..]);
    }
    named
}

pub fn run(conn: &mut PgConnection, sql: &str) {
    diesel::sql_query(sql).execute(conn).unwrap_or_else(|error| panic!("{sql}: {error}"));
}
