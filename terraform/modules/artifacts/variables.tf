variable "name" {
  description = "The environment."
  type        = string
}

variable "key_arn" {
  description = "What they are encrypted with."
  type        = string
}
