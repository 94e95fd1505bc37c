extension [String] {
  /// The texts as one list for people: `a, b and c` with the conjunction “and”.
  package func listed(_ conjunction: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }
}
