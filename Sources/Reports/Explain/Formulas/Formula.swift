import Analysis

/// How a number is made: in words, as an arithmetic of other numbers where it is one, and of whom.
struct Formula: Sendable {
  /// The key in JSON; with the object it stands in before it where the key alone means another
  /// number.
  let key: String
  let words: String
  /// Made of keys of the same row, signs and whole numbers, such as `mean_change / sd_change`; nil
  /// where the number is no simple arithmetic of others that are printed.
  let arithmetic: String?
  /// The convention by name, or whose it is.
  let source: String
  /// Whether the number is how many participants meet the criterion, or is computed from them; nil
  /// where it has nothing to do with participants of the program.
  let people: People?

  /// How a number stands to participants.
  enum Relation: String, Sendable {
    /// It is how many they are.
    case counts
    /// It is something else that is made of their data: a mean, a p.
    case computedFrom = "computed_from"
  }

  /// Participants behind a number.
  struct People: Sendable {
    let relation: Relation
    /// Whether rows with the same key may include different people.
    let isOfRows: Bool
    /// Whom it includes: by the row that the number is in, where rows include different people. Nil
    /// where the answer does not know the row.
    let criterion: @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion?
  }

  private init(
    _ key: String, _ words: String, _ arithmetic: String?, by source: String, _ people: People?
  ) {
    self.key = key
    self.words = words
    self.arithmetic = arithmetic
    self.source = source
    self.people = people
  }

  /// A number of participants.
  init(
    _ key: String, _ words: String, _ arithmetic: String? = nil,
    counting criterion: InclusionCriterion
  ) {
    self.init(
      key, words, arithmetic, by: "count",
      People(relation: .counts, isOfRows: false) { _, _ in criterion })
  }

  /// A number of participants that depends on the row.
  init(
    _ key: String, _ words: String, _ arithmetic: String? = nil,
    counting criterion: @escaping @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion?
  ) {
    self.init(
      key, words, arithmetic, by: "count",
      People(relation: .counts, isOfRows: true, criterion: criterion))
  }

  /// A number that is computed from participants' data, and counts none.
  /// - Parameter criterion: nil for a number that has nothing to do with participants.
  init(
    _ key: String, _ words: String, _ arithmetic: String? = nil, by source: String = "arithmetic",
    of criterion: InclusionCriterion?
  ) {
    self.init(
      key, words, arithmetic, by: source,
      criterion.map { criterion in
        People(relation: .computedFrom, isOfRows: false) { _, _ in criterion }
      })
  }

  /// A number that is computed from participants' data, by the row.
  init(
    _ key: String, _ words: String, _ arithmetic: String? = nil, by source: String = "arithmetic",
    of criterion: @escaping @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion?
  ) {
    self.init(
      key, words, arithmetic, by: source,
      People(relation: .computedFrom, isOfRows: true, criterion: criterion))
  }

  /// The arithmetic with numbers in the place of the keys.
  /// - Parameter spelling: how a number is written; negative ones get parentheses around them.
  /// - Returns: nil where there is no arithmetic, or one of its numbers is undefined.
  func filled(with numbers: [String: Double], spelling: (Double) -> String) -> String? {
    guard let arithmetic else { return nil }
    var text = ""
    var key = ""
    for character in arithmetic + " " {
      let isOfKey = character.isLetter || character == "_" || (!key.isEmpty && character.isNumber)
      if isOfKey && character.isASCII {
        key.append(character)
        continue
      }
      if !key.isEmpty {
        guard let number = numbers[key] else { return nil }
        text += number < 0 ? "(\(spelling(number)))" : spelling(number)
        key = ""
      }
      text.append(character)
    }
    return String(text.dropLast())
  }
}
