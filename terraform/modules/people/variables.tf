variable "name" {
  description = "The environment."
  type        = string
}

variable "domain" {
  description = "The address of the shop."
  type        = string
}

variable "mail_from" {
  description = "The sender of the provider's mail."
  type        = string
}

variable "identity_arn" {
  description = "The identity by which that mail is sent."
  type        = string
}

variable "second_factor_arn" {
  description = "The function that looks at second factors; empty while there are no functions."
  type        = string
}
