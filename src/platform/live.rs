//! Live pages: one stream of server-sent events a page, one rendering a change, the same bytes to every viewer.
//!
//! The pump notifies what changed (`poll:12`), all topics of a batch at once; an instance that has viewers of a topic renders the
//! changed fragment once a language and sends it. Bursts are merged to at most four a second a topic. A message is the whole fragment, so a viewer who missed some needs only the latest: the first
//! message of a stream is the state of that moment, whatever `Last-Event-ID` was. A lost notification is caught by
//! rendering again every ten seconds; what tells the same as before is not sent again.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use actix_web::HttpResponse;
use actix_web::http::header;
use bytes::Bytes;
use diesel::prelude::*;
use futures_util::stream;
use tokio::sync::{broadcast, mpsc, oneshot, watch};

use super::connection::establish;
use super::db::{CoopId, Db};
use super::error::{Error, Result};
use super::i18n::Lang;
use super::slice::{self, Slices};
use super::visit::Visit;

const APART: Duration = Duration::from_millis(250);
const HEARTBEAT: Duration = Duration::from_secs(15);
const CATCH_UP: Duration = Duration::from_secs(10);
/// How often the listener looks whether the server has sent something.
const LISTEN_EVERY: Duration = Duration::from_millis(20);
const RECONNECT: Duration = Duration::from_secs(2);
/// How often every instance says something that all should hear, and after how much silence a listener takes its connection to be lost
/// although nobody closed it.
const BEAT: Duration = Duration::from_secs(2);
const SILENCE_MAX: Duration = Duration::from_secs(7);
/// How long a stream lasts at most. The page comes back by itself and is asked at the gate again: whoever's access ended by its date, or
/// whose session ran out, does not get in.
const STREAM_MAX: Duration = Duration::from_mins(10);
/// The most pages one account may watch at once: one more ends the oldest.
const STREAMS_MAX: usize = 6;

/// What a live page shows.
pub struct Fragment {
    pub html: String,
    /// What it tells, without the time of day: the same is not sent again.
    pub telling: String,
    /// Nothing comes after it: the streams end.
    pub last: bool,
}

/// A kind of thing whose page is live: `poll`, whose topics are `poll:12`.
pub struct Topic {
    pub kind: &'static str,
    /// Renders the fragment of one thing in one language. `None` ends the streams.
    pub fragment: fn(&mut PgConnection, i64, Lang) -> Result<Option<Fragment>>,
}

type Key = (CoopId, String, Lang);

/// The viewers of a topic, and what they were told last.
struct Audience {
    viewers: broadcast::Sender<Bytes>,
    told: Option<String>,
    /// The latest rendering for viewers who came, and when it began. Whoever came before that is shown it too: a crowd that comes at once
    /// costs two renderings, and nobody is shown less than what was so when they came.
    shown: Option<(Instant, Bytes)>,
    /// Held while that is rendered.
    turn: Arc<tokio::sync::Mutex<()>>,
}

impl Audience {
    fn new() -> Self {
        Self { viewers: broadcast::channel(8).0, told: None, shown: None, turn: Arc::default() }
    }

    /// Sends what is news.
    fn tell(&mut self, fragment: Fragment) {
        if self.told.as_ref() != Some(&fragment.telling) {
            let _ = self.viewers.send(message(&fragment));
            self.told = Some(fragment.telling);
        }
    }
}

#[derive(Default)]
struct Watched {
    topics: HashMap<Key, Audience>,
    /// Of each account, the oldest first: by its number, what ends it.
    streams: HashMap<(CoopId, i64), VecDeque<(u64, oneshot::Sender<()>)>>,
    streams_ever: u64,
}

impl Watched {
    /// Whether a topic has viewers; one without any is forgotten.
    fn viewed(&mut self, key: &Key) -> bool {
        let viewed = self.topics.get(key).is_some_and(|topic| topic.viewers.receiver_count() > 0);
        if !viewed {
            self.topics.remove(key);
        }
        viewed
    }

    /// Tells the viewers of a topic; after the last fragment, or without one, their streams end.
    fn tell(&mut self, key: &Key, fragment: Option<Fragment>) {
        let ends = fragment.as_ref().is_none_or(|fragment| fragment.last);
        if let (Some(topic), Some(fragment)) = (self.topics.get_mut(key), fragment) {
            topic.tell(fragment);
        }
        if ends {
            self.topics.remove(key);
        }
    }
}

#[derive(Clone)]
pub struct Hub {
    db: Db,
    slices: Slices,
    watched: Arc<Mutex<Watched>>,
    changed: mpsc::UnboundedSender<(CoopId, String)>,
    /// Accounts whose rights changed: their streams end.
    ended: broadcast::Sender<(CoopId, i64)>,
}

impl Hub {
    /// Starts the task that renders. `listen` must be started beside it.
    pub fn start(db: Db, slices: Slices) -> Self {
        let (changed, changes) = mpsc::unbounded_channel();
        let hub = Self { db, slices, watched: Arc::default(), changed, ended: broadcast::channel(64).0 };
        tokio::spawn(hub.clone().render_changes(changes));
        hub
    }

    fn watched(&self) -> std::sync::MutexGuard<'_, Watched> {
        self.watched.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends every stream, so that a server that stops need not wait for its viewers; their pages come back by themselves.
    pub fn close(&self) {
        self.watched().topics.clear();
    }

    /// A signal from the database: `coop/kind:id,kind:id`.
    fn signalled(&self, payload: &str) {
        let Some((coop, topics)) = payload.split_once('/') else { return };
        let Ok(coop) = coop.parse().map(CoopId) else { return };
        self.db.changed(coop);
        for topic in topics.split(',') {
            match topic.strip_prefix("ended:").and_then(|id| id.parse().ok()) {
                Some(account) => drop(self.ended.send((coop, account))),
                None => drop(self.changed.send((coop, topic.to_owned()))),
            }
        }
    }

    async fn render_changes(self, mut changes: mpsc::UnboundedReceiver<(CoopId, String)>) {
        let mut catch_up = tokio::time::interval(CATCH_UP);
        loop {
            let mut topics = Vec::new();
            tokio::select! {
                change = changes.recv() => match change {
                    Some(change) => topics.push(change),
                    None => return,
                },
                _ = catch_up.tick() => {
                    topics.extend(self.watched().topics.keys().map(|(coop, topic, _)| (*coop, topic.clone())));
                }
            }
            while let Ok(change) = changes.try_recv() {
                topics.push(change);
            }
            topics.sort_by(|a, b| (a.0.0, &a.1).cmp(&(b.0.0, &b.1)));
            topics.dedup();
            let mut rendered = false;
            for (coop, topic) in topics {
                rendered |= self.send(coop, &topic).await;
            }
            if rendered {
                tokio::time::sleep(APART).await;
            }
        }
    }

    /// Renders a topic for each language that somebody watches it in. Whether anybody does.
    async fn send(&self, coop: CoopId, topic: &str) -> bool {
        let mut seen = false;
        for lang in Lang::ALL {
            let key = (coop, topic.to_owned(), lang);
            if !self.watched().viewed(&key) {
                continue;
            }
            seen = true;
            match self.fragment(coop, topic, lang).await {
                Ok(fragment) => self.watched().tell(&key, fragment),
                Err(error) => tracing::warn!(%error, topic, "a live fragment could not be rendered"),
            }
        }
        seen
    }

    async fn fragment(&self, coop: CoopId, topic: &str, lang: Lang) -> Result<Option<Fragment>> {
        let (kind, id) = topic.split_once(':').ok_or(Error::NotFound)?;
        let (topic, id) = (slice::topic(self.slices, kind), id.parse().map_err(|_| Error::NotFound)?);
        let render = topic.ok_or(Error::NotFound)?.fragment;
        self.db.read(coop, move |conn| render(conn, id, lang)).await
    }

    /// The stream of one page. The gate has let the visitor in; here only the number of streams is bounded.
    pub async fn stream(&self, visit: &Visit, topic: String) -> Result<HttpResponse> {
        let (coop, account) = (visit.coop()?.id, visit.viewer().map_or(0, |viewer| viewer.account_id));
        let (guard, replaced) = self.admit(coop, account);
        let ended = self.ended.subscribe();
        let (receiver, first, over) = self.join((coop, topic, visit.lang)).await?;
        let until = tokio::time::Instant::now() + STREAM_MAX;
        let state = (Some(first), receiver, ended, replaced, guard);
        let body = stream::unfold(state, move |(first, mut receiver, mut ended, mut replaced, guard)| async move {
            if let Some(first) = first {
                return Some((Ok::<_, std::convert::Infallible>(first), (None, receiver, ended, replaced, guard)));
            }
            if over {
                return None;
            }
            let next = loop {
                tokio::select! {
                    message = receiver.recv() => match message {
                        Ok(message) => break Some(message),
                        Err(broadcast::error::RecvError::Lagged(_)) => {} // only the latest matters
                        Err(broadcast::error::RecvError::Closed) => break None,
                    },
                    who = ended.recv() => if who == Ok((coop, account)) { break None },
                    _ = &mut replaced => break None,
                    () = tokio::time::sleep_until(until) => break None,
                    () = tokio::time::sleep(HEARTBEAT) => break Some(Bytes::from_static(b": still here\n\n")),
                }
            }?;
            Some((Ok(next), (None, receiver, ended, replaced, guard)))
        });
        Ok(HttpResponse::Ok()
            .content_type("text/event-stream; charset=utf-8")
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .insert_header((header::CONTENT_ENCODING, "identity"))
            .insert_header(("x-accel-buffering", "no"))
            .streaming(body))
    }

    /// Becomes a viewer of a topic: what comes from now on, what is shown now, and whether that is the last.
    async fn join(&self, key: Key) -> Result<(broadcast::Receiver<Bytes>, Bytes, bool)> {
        let came = Instant::now();
        // Subscribed before the first rendering: a change in between is then sent after it, and not lost.
        let (receiver, turn) = {
            let mut watched = self.watched();
            let audience = watched.topics.entry(key.clone()).or_insert_with(Audience::new);
            (audience.viewers.subscribe(), audience.turn.clone())
        };
        let _turn = turn.lock().await;
        let shown = self.watched().topics.get(&key).and_then(|audience| audience.shown.clone());
        if let Some((_, message)) = shown.filter(|(began, _)| *began >= came) {
            return Ok((receiver, message, false));
        }
        let began = Instant::now();
        let first = self.fragment(key.0, &key.1, key.2).await?.ok_or(Error::NotFound)?;
        let message = message(&first);
        if let Some(audience) = self.watched().topics.get_mut(&key).filter(|_| !first.last) {
            audience.shown = Some((began, message.clone()));
        }
        Ok((receiver, message, first.last))
    }

    /// The newest are let in: that somebody left a page is only noticed at the next word to it, and who leafs through many must not be
    /// refused for those they left.
    fn admit(&self, coop: CoopId, account: i64) -> (StreamGuard, oneshot::Receiver<()>) {
        let (end, replaced) = oneshot::channel();
        let mut watched = self.watched();
        watched.streams_ever += 1;
        let number = watched.streams_ever;
        let open = watched.streams.entry((coop, account)).or_default();
        open.push_back((number, end));
        if open.len() > STREAMS_MAX {
            open.pop_front();
        }
        (StreamGuard { hub: self.clone(), who: (coop, account), number }, replaced)
    }
}

/// Counts a stream for as long as it is open.
struct StreamGuard {
    hub: Hub,
    who: (CoopId, i64),
    number: u64,
}

impl Drop for StreamGuard {
    fn drop(&mut self) {
        let mut watched = self.hub.watched();
        if let Some(open) = watched.streams.get_mut(&self.who) {
            open.retain(|(number, _)| *number != self.number);
            if open.is_empty() {
                watched.streams.remove(&self.who);
            }
        }
    }
}

/// A fragment as one unnamed message: a `data:` line for each line of it, and an id that says when. After the last one, the
/// event `closed`, at which the page closes its stream instead of coming back.
fn message(fragment: &Fragment) -> Bytes {
    let id = super::clock::now().timestamp_micros();
    let mut text = format!("id: {id}\n");
    for line in fragment.html.lines().filter(|line| !line.trim().is_empty()) {
        text.push_str("data: ");
        text.push_str(line.trim());
        text.push('\n');
    }
    text.push('\n');
    if fragment.last {
        text.push_str("event: closed\ndata: \n\n");
    }
    Bytes::from(text)
}

/// Listens for signals on a connection of its own. Ends when `stop` says so.
pub fn listen(url: String, hub: Hub, stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = listen_once(&url, &hub, &stop) {
            tracing::warn!(%error, "the listening connection was lost");
            std::thread::park_timeout(RECONNECT);
        }
    }
}

fn listen_once(url: &str, hub: &Hub, stop: &watch::Receiver<bool>) -> anyhow::Result<()> {
    let mut conn = establish(url)?;
    diesel::sql_query("listen live").execute(&mut conn)?;
    let mut heard = Instant::now();
    while !*stop.borrow() {
        let signals: Vec<_> = conn.notifications_iter().collect::<QueryResult<_>>()?;
        if !signals.is_empty() {
            heard = Instant::now();
        }
        anyhow::ensure!(heard.elapsed() < SILENCE_MAX, "nothing was heard for {SILENCE_MAX:?}");
        for signal in signals {
            hub.signalled(&signal.payload);
        }
        std::thread::park_timeout(LISTEN_EVERY);
    }
    Ok(())
}

/// Says something now and then, so that silence means that a connection is lost. Ends when `stop` says so.
pub async fn keep_heard(db: Db, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        let said = db.across(|conn| Ok(diesel::sql_query("select pg_notify('live', '')").execute(conn)?)).await;
        if let Err(error) = said {
            tracing::warn!(%error, "the listeners cannot be told that all is well");
        }
        tokio::select! {
            () = tokio::time::sleep(BEAT) => {}
            _ = stop.changed() => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Signing in is an event about an account too; only a change of rights may end what the account watches.
    #[actix_web::test]
    async fn only_a_change_of_rights_ends_a_stream() {
        let hub = Hub::start(Db::connect("host=/nonexistent", 1), &[]);
        let mut ended = hub.ended.subscribe();
        hub.signalled("1/account:7");
        assert!(ended.try_recv().is_err());
        hub.signalled("1/ended:7");
        assert_eq!(ended.try_recv(), Ok((CoopId(1), 7)));
    }

    #[actix_web::test]
    async fn who_watches_more_than_allowed_stops_watching_the_oldest() {
        let hub = Hub::start(Db::connect("host=/nonexistent", 1), &[]);
        let mut open: Vec<_> = (0..=STREAMS_MAX).map(|_| hub.admit(CoopId(1), 7)).collect();
        let mut others = hub.admit(CoopId(1), 8);
        let ended = |(_, replaced): &mut (StreamGuard, oneshot::Receiver<()>)| {
            replaced.try_recv() == Err(oneshot::error::TryRecvError::Closed)
        };
        assert_eq!(open.iter_mut().map(ended).collect::<Vec<_>>(), [true, false, false, false, false, false, false]);
        assert!(!ended(&mut others));
        // One that is closed makes room.
        open.truncate(STREAMS_MAX);
        open.push(hub.admit(CoopId(1), 7));
        assert_eq!(open.iter_mut().skip(1).filter_map(|stream| ended(stream).then_some(())).count(), 0);
        drop((open, others));
        assert!(hub.watched().streams.is_empty());
    }

    fn fragment(html: &str, last: bool) -> Fragment {
        Fragment { html: html.to_owned(), telling: html.to_owned(), last }
    }

    #[test]
    fn what_is_no_news_is_not_sent_and_the_last_fragment_ends_the_stream() {
        let (mut watched, key) = (Watched::default(), (CoopId(1), "poll:1".to_owned(), Lang::En));
        let mut viewer = watched.topics.entry(key.clone()).or_insert_with(Audience::new).viewers.subscribe();
        for (html, last) in [("1", false), ("1", false), ("2", false), ("over", true)] {
            watched.tell(&key, Some(fragment(html, last)));
        }
        let mut told = || viewer.try_recv().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        assert!(told().is_ok_and(|text| text.contains("data: 1\n")));
        assert!(told().is_ok_and(|text| text.contains("data: 2\n") && !text.contains("event:")));
        assert!(told().is_ok_and(|text| text.ends_with("data: over\n\nevent: closed\ndata: \n\n")));
        assert_eq!(told(), Err(broadcast::error::TryRecvError::Closed));
    }

    #[test]
    fn a_fragment_is_one_message_whatever_its_lines() {
        let text = message(&fragment("<p>\n  one\n\n two</p>", false)).to_vec();
        let text = String::from_utf8(text).expect("text");
        let (id, rest) = text.split_once('\n').expect("an id");
        assert!(id.starts_with("id: "));
        assert_eq!(rest, "data: <p>\ndata: one\ndata: two</p>\n\n");
    }
}
