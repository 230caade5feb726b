variable "name" {
  description = "The environment."
  type        = string
}

variable "domain" {
  description = "The domain that mail is from."
  type        = string
}

variable "key_arn" {
  description = "What is told of mail is encrypted with it."
  type        = string
}
