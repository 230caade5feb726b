variable "name" {
  description = "The environment."
  type        = string
}

variable "key_arn" {
  description = "What is told is encrypted with it."
  type        = string
}
