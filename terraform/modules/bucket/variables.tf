variable "name" {
  description = "The bucket's name, which nobody else has in all of Amazon."
  type        = string
}

variable "key_arn" {
  description = "What it is encrypted with; null for Amazon's own key."
  type        = string
  default     = null
}

variable "statements" {
  description = "Who else may do what with it."
  type        = any
}
