import Text

/// The address of one number of an output, or of all numbers of one place:
/// `change ucla-3 day90 percent_change`.
package struct NumberAddress: Sendable {
  /// The command that prints the number.
  package let command: String
  private let words: [String]
  /// `ATTRIBUTE=VALUE`, each once.
  package let values: Set<String>
  /// The label of one row where several have the key; nil for all rows.
  private let row: String?

  /// - Parameters:
  ///   - command: the command that prints the number.
  ///   - words: an instrument, a timepoint, a key and `ATTRIBUTE=VALUE`, in any order, each if
  ///     needed.
  ///   - row: the label of one row.
  package init(command: String, words: [String], row: String? = nil) {
    self.command = command
    self.words = words.filter { !$0.contains("=") }
    values = Set(words.filter { $0.contains("=") })
    self.row = row
  }

  /// True if it names a row about a value of an attribute rather than a group's number.
  package var isOfAttributeRow: Bool {
    words.contains { $0.hasPrefix("attributes.") || $0.contains(".attributes.") }
  }

  /// The address as it would be typed, the row in parentheses.
  package var text: String {
    ([command] + words + values.sorted() + (row.map { ["(\($0))"] } ?? [])).joined(separator: " ")
  }

  /// The numbers of a document that the address names.
  /// - Parameters:
  ///   - headings: the keys of the numbers under each column heading.
  ///   - instruments: the program's instruments; a document with published figures may name others.
  ///   - timepoints: the program's timepoints.
  /// - Throws: the problem with the address, such as that it is ambiguous.
  func numbers(
    in document: [DocumentNumber], headings: [String: Set<String>], instruments: [String],
    timepoints: [String]
  ) throws(Problems) -> [DocumentNumber] {
    let known = Known(
      document, headings: headings, instruments: instruments, timepoints: timepoints)
    var wanted = DocumentNumber.Place(values: values)
    var keys: [String] = []
    var rest = words[...]
    while let word = rest.first {
      if wanted.instrument == nil, known.instruments.contains(word) {
        wanted.instrument = word
        rest.removeFirst()
      } else if wanted.timepoint == nil, known.timepoints.contains(word) {
        wanted.timepoint = word
        rest.removeFirst()
      } else if keys.isEmpty, let found = known.keys(atStartOf: rest) {
        keys = found.keys
        rest.removeFirst(found.words)
      } else {
        throw Problems(known.refusal(of: word, in: command))
      }
    }
    for value in values.subtracting(known.values).sorted() {
      throw Problems(known.refusal(ofGroup: value, in: command))
    }
    let candidates = document.filter {
      $0.place.isNamed(by: wanted) && (keys.isEmpty || keys.contains(where: $0.matches))
    }
    let places = Set(candidates.map(\.place))
    let place = places.contains(wanted) ? wanted : places.count == 1 ? places.first : nil
    guard let place else { throw Problems(refusal(of: places)) }
    let here = candidates.filter { $0.place == place }
    // A heading may stand above numbers of several keys; it names them all.
    let isHeading = keys.count != 1 || !words.contains(keys[0])
    let isOnePath = Set(here.map(\.path)).count == 1 || here.contains { $0.path == keys.first }
    guard !isHeading || (keys.count == 1 && isOnePath) else { return try rows(of: here) }
    let path = try path(of: keys[0], in: here)
    let rows = try rows(of: here.filter { $0.path == path })
    // Rows of the whole cohort have no label; those of groups have one.
    let unlabeled = rows.filter { $0.label == nil }
    return unlabeled.isEmpty ? rows : unlabeled
  }

  /// The one path at a place that ends with a key, or is the key itself.
  private func path(of key: String, in numbers: [DocumentNumber]) throws(Problems) -> String {
    let paths = numbers.map(\.path).reduce(into: [String]()) { paths, path in
      if !paths.contains(path) { paths.append(path) }
    }
    if paths.contains(key) { return key }
    guard paths.count > 1 else { return paths[0] }
    throw Problems(
      Diagnostic(
        "“\(key)” matches several keys there",
        remedy: "write one of them in full: " + paths.joined(separator: " · ")))
  }

  /// The numbers of the named row; all numbers where no row is named.
  private func rows(of numbers: [DocumentNumber]) throws(Problems) -> [DocumentNumber] {
    guard let row else { return numbers }
    let meant = numbers.filter { $0.label == row }
    guard meant.isEmpty else { return meant }
    let labels = numbers.compactMap(\.label).reduce(into: [String]()) { labels, label in
      if !labels.contains(label) { labels.append(label) }
    }
    throw Problems(
      Diagnostic(
        "“\(row)” is not the name of a row there",
        remedy: labels.isEmpty
          ? "omit --of"
          : NearMiss.suggestion(for: row, among: labels)
            ?? "the rows are: " + labels.joined(separator: " · ")))
  }

  /// The problem with an address that does not name one place.
  private func refusal(of places: Set<DocumentNumber.Place>) -> Diagnostic {
    guard !places.isEmpty else {
      return Diagnostic(
        "“\(text)” does not match any number", remedy: "see the output of `outcomes \(command)`")
    }
    let names = places.map(\.text).filter { !$0.isEmpty }.sorted()
    return Diagnostic(
      "“\(text)” matches numbers in several places",
      remedy: "add one of: " + names.joined(separator: " · "))
  }
}

/// The words that an address can consist of.
private struct Known {
  let instruments: Set<String>
  let timepoints: Set<String>
  let values: Set<String>
  private let paths: Set<String>
  private let headings: [String: Set<String>]

  init(
    _ document: [DocumentNumber], headings: [String: Set<String>], instruments: [String],
    timepoints: [String]
  ) {
    self.instruments = Set(document.compactMap(\.place.instrument) + instruments)
    self.timepoints = Set(document.compactMap(\.place.timepoint) + timepoints)
    self.headings = headings
    values = Set(document.flatMap(\.place.values))
    paths = Set(document.map(\.path))
  }

  /// The keys of the numbers that the first words name, with the number of these words: a key, or
  /// the heading of a column, which may contain spaces. Nil where they name no number.
  func keys(atStartOf words: ArraySlice<String>) -> (keys: [String], words: Int)? {
    for count in (1...words.count).reversed() {
      let name = words.prefix(count).joined(separator: " ")
      if isKey(name) { return ([name], count) }
      let keys = headings[name, default: []].filter(isKey)
      if !keys.isEmpty { return (keys.sorted(), count) }
    }
    return nil
  }

  /// Returns true if the path of a number is the name or ends with it.
  private func isKey(_ name: String) -> Bool {
    paths.contains { $0 == name || $0.hasSuffix("." + name) }
  }

  /// Every key without what precedes it in its path, and every column heading with numbers, but not
  /// the two ends of an interval.
  private var names: [String] {
    let keys = paths.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
    let printed = headings.filter { $0.value.contains(where: isKey) }.keys
    return Set(keys).union(printed).filter {
      !$0.hasSuffix("_lower") && !$0.hasSuffix("_upper")
    }.sorted()
  }

  func refusal(of word: String, in command: String) -> Diagnostic {
    let all = instruments.sorted() + timepoints.sorted() + names + paths.sorted()
    return Diagnostic(
      "“\(word)” is not an instrument, timepoint or number of `outcomes \(command)`",
      remedy: NearMiss.suggestion(for: word, among: all)
        ?? "its numbers are: " + names.joined(separator: " · "))
  }

  func refusal(ofGroup value: String, in command: String) -> Diagnostic {
    let all = values.isEmpty ? nil : "the groups are: " + values.sorted().joined(separator: ", ")
    return Diagnostic(
      "`outcomes \(command)` has no numbers for “\(value)”",
      remedy: NearMiss.suggestion(for: value, among: values) ?? all)
  }
}

extension DocumentNumber {
  /// Returns true if its path is a key or ends with it.
  fileprivate func matches(_ key: String) -> Bool { path == key || path.hasSuffix("." + key) }
}

extension DocumentNumber.Place {
  /// Returns true if it is the wanted place or one within it.
  fileprivate func isNamed(by wanted: Self) -> Bool {
    (wanted.instrument == nil || wanted.instrument == instrument)
      && (wanted.timepoint == nil || wanted.timepoint == timepoint)
      && (wanted.values.isEmpty || wanted.values == values)
  }

  fileprivate var text: String {
    ([instrument, timepoint].compactMap(\.self) + values.sorted()).joined(separator: " ")
  }
}
