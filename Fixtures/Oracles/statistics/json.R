# Writes a list as JSON: numbers with 17 significant digits, which give the same double back;
# NA and NaN as null. Sourced by the other scripts; base R only.
to_json <- function(x) {
  if (is.list(x)) {
    inner <- vapply(x, to_json, "")
    if (is.null(names(x))) return(paste0("[", paste(inner, collapse = ", "), "]"))
    return(paste0("{", paste0("\"", names(x), "\": ", inner, collapse = ", "), "}"))
  }
  if (length(x) != 1) return(to_json(as.list(x)))
  if (is.character(x)) return(paste0("\"", x, "\""))
  if (is.na(x)) "null" else sprintf("%.17g", x)
}
# One top-level member a line; tables (lists without names) one row a line.
write_json <- function(x, path) {
  member <- function(v) {
    if (is.list(v) && is.null(names(v)))
      paste0("[\n    ", paste(vapply(v, to_json, ""), collapse = ",\n    "), "\n  ]")
    else to_json(v)
  }
  body <- paste0("  \"", names(x), "\": ", vapply(x, member, ""), collapse = ",\n")
  writeLines(paste0("{\n", body, "\n}"), path)
}
