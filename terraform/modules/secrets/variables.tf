variable "name" {
  description = "The environment."
  type        = string
}

variable "key_arn" {
  description = "What they are encrypted with."
  type        = string
}

variable "secrets_version" {
  description = "Raised when one of them has changed."
  type        = number
}

variable "values" {
  description = "By the names of the settings."
  type = object({
    SESSION_SECRET        = string
    STRIPE_SECRET_KEY     = string
    STRIPE_WEBHOOK_SECRET = string
    OIDC_CLIENT_SECRET    = string
    REDIS_URL             = string
  })
  ephemeral = true
  sensitive = true
}
