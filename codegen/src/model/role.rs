//! The part of a model in a call of an endpoint.

use serde::Serialize;

/// What of a call a model is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Call {
    /// Its part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The method and path of the endpoint, as the docs spell them: `POST /rooms/{id}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub route: Option<String>,
}

/// A part of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The body that is sent.
    Request,
    /// The parameters behind the path.
    Query,
    /// The reply.
    Response,
}

impl Role {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Query => "query",
            Self::Response => "response",
        }
    }
}
