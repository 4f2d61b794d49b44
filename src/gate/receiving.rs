//! How long the body of a request may take to come: whoever sends a byte and falls silent holds nothing for long.
//!
//! It is measured where the body comes in, whatever reads it (forms, uploads, JSON), since the server's own time limit ends with the
//! headers. A weak connection is no attack: what comes steadily, if slowly, is waited for.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{HttpMessage as _, HttpRequest};
use futures_util::{Stream, StreamExt as _, stream};
use tokio::time::{Instant, Sleep, sleep};

use super::refuse;
use crate::platform::error::Error;

/// What is waited for the first byte, and how far a body may fall behind its slowest pace.
const SILENCE_MAX: Duration = Duration::from_secs(8);
/// The slowest pace: an old telephone's at the edge of its network.
const BYTES_A_SECOND_MIN: u64 = 2_000;

/// How much of a body is waited for before anything else is done for it. Whoever sends nothing costs the database nothing.
const FIRST_BYTES: usize = 64 * 1024;

/// The body that was given up, while it was; the server reads a body that comes by chunks to its end as soon as nobody holds it any
/// more, and so would never close the connection of one that fell silent.
type GivenUp = Rc<RefCell<Option<Payload>>>;

type Body = Pin<Box<dyn Stream<Item = Result<Bytes, PayloadError>>>>;

/// Answers 408 where the body does not come.
pub async fn receive(
    mut req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let payload = req.take_payload();
    if matches!(payload, Payload::None) {
        return Ok(next.call(req).await?.map_into_left_body());
    }
    let late = GivenUp::default();
    req.extensions_mut().insert(late.clone());
    let body =
        Paced { payload, deadline: Box::pin(sleep(SILENCE_MAX)), begun: Instant::now(), came: 0, late: late.clone() };
    let body = begun(body).await;
    if late.borrow().is_some() {
        return Ok(refuse(req, Error::TooSlow));
    }
    req.set_payload(Payload::from(body));
    let response = next.call(req).await?;
    if late.borrow().is_none() {
        return Ok(response.map_into_left_body());
    }
    Ok(ServiceResponse::from_err(Error::TooSlow, response.request().clone()).map_into_right_body())
}

/// An answer that holds the body that was given up until the answer is written, so that the connection ends with it.
pub struct Last {
    answer: BoxBody,
    _given_up: Option<Payload>,
}

impl Last {
    pub fn of(request: &HttpRequest, answer: impl MessageBody + 'static) -> BoxBody {
        let given_up = request.extensions().get::<GivenUp>().and_then(|late| late.borrow_mut().take());
        BoxBody::new(Self { answer: answer.boxed(), _given_up: given_up })
    }
}

impl MessageBody for Last {
    type Error = Box<dyn std::error::Error>;

    fn size(&self) -> BodySize {
        self.answer.size()
    }

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.answer).poll_next(context)
    }
}

/// A body whose beginning, or all of it, has come.
async fn begun(mut body: Paced) -> Body {
    let (mut first, mut size) = (Vec::new(), 0);
    while size < FIRST_BYTES {
        let Some(piece) = body.next().await else { return Box::pin(stream::iter(first)) };
        let failed = piece.is_err();
        size += piece.as_ref().map_or(0, Bytes::len);
        first.push(piece);
        if failed {
            return Box::pin(stream::iter(first));
        }
    }
    Box::pin(stream::iter(first).chain(body))
}

/// A body that has to keep up its pace.
struct Paced {
    payload: Payload,
    deadline: Pin<Box<Sleep>>,
    begun: Instant,
    came: u64,
    late: GivenUp,
}

impl Stream for Paced {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        match Pin::new(&mut this.payload).poll_next(context) {
            Poll::Ready(Some(Ok(bytes))) => {
                this.came += bytes.len() as u64;
                let earned = Duration::from_millis(this.came * 1_000 / BYTES_A_SECOND_MIN);
                // Whoever was quick at first may pause no longer than whoever was slow.
                let until = (this.begun + SILENCE_MAX + earned).min(Instant::now() + 2 * SILENCE_MAX);
                this.deadline.as_mut().reset(until);
                Poll::Ready(Some(Ok(bytes)))
            }
            Poll::Pending if this.deadline.as_mut().poll(context).is_ready() => {
                *this.late.borrow_mut() = Some(std::mem::replace(&mut this.payload, Payload::None));
                let silence = std::io::Error::from(std::io::ErrorKind::TimedOut);
                Poll::Ready(Some(Err(PayloadError::Io(silence))))
            }
            other => other,
        }
    }
}
