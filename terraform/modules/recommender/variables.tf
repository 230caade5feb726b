variable "name" {
  description = "The environment."
  type        = string
}

variable "key_arn" {
  description = "What images, events and models are encrypted with."
  type        = string
}
