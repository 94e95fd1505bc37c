import Text

/// Reads the arguments of a command according to its definition.
package struct ArgumentReader {
  private let definition: CommandDefinition
  private let canAsk: Bool
  private var remaining: ArraySlice<String>
  private var words: [String] = []
  /// The positions in `words` of words that may be the value of an unknown flag before them.
  private var doubtfulWords: [Int] = []
  /// The values of each flag seen, by its long name. A flag that lacks its value is included, so
  /// that it is not reported as missing as well.
  private var optionValues: [String: [String]] = [:]
  private var problems: [CommandLineProblem] = []

  /// Reads the arguments, not including the command itself. Throws all problems, in the order of
  /// the line; then those with flags or words that are repeated, missing or surplus.
  /// - Parameter canAsk: true if there is somebody to ask for what is left out.
  static func read(
    _ arguments: [String], for definition: CommandDefinition, canAsk: Bool = false
  ) throws(CommandLineProblems) -> ParsedArguments {
    var reader = ArgumentReader(
      definition: definition, canAsk: canAsk, remaining: arguments[...])
    reader.readAll()
    reader.checkOptions()
    let positionalValues = reader.placeWords()
    guard reader.problems.isEmpty else {
      throw CommandLineProblems(command: definition.name, problems: reader.problems)
    }
    return ParsedArguments(optionValues: reader.optionValues, positionalValues: positionalValues)
  }

  /// Decodes the arguments. Throws if one is not valid UTF-8: with replacement characters, two
  /// different ids could become the same.
  package static func texts(of arguments: [[UInt8]]) throws(CommandLineProblems) -> [String] {
    let texts = arguments.map { String(validating: $0, as: UTF8.self) }
    let problems = zip(texts, arguments).enumerated().compactMap { index, argument in
      argument.0 == nil
        ? CommandLineProblem.notUTF8(
          position: index + 1, text: String(decoding: argument.1, as: UTF8.self)) : nil
    }
    guard problems.isEmpty else { throw CommandLineProblems(command: nil, problems: problems) }
    return texts.compactMap(\.self)
  }

  private init(definition: CommandDefinition, canAsk: Bool, remaining: ArraySlice<String>) {
    self.definition = definition
    self.canAsk = canAsk
    self.remaining = remaining
  }

  private mutating func readAll() {
    while let argument = remaining.popFirst() {
      switch ArgumentToken(argument) {
      case .word:
        words.append(argument)
      case .endOfFlags:
        words += remaining
        remaining = []
      case .flag(_, let attachedValue):
        readFlag(argument, attachedValue)
      }
    }
  }

  /// Reads a flag. A misspelled flag is read as the nearest known one, so that its value is not
  /// reported as surplus too.
  private mutating func readFlag(_ typed: String, _ attachedValue: String?) {
    if let option = definition.options.matching(typed) {
      read(option, attachedValue)
    } else {
      let nearest = definition.options.nearest(to: typed)
      problems.append(.unknownFlag(typed.upToEquals, nearest: nearest?.flag))
      if let nearest {
        read(nearest, typed.afterEquals)
      } else if attachedValue == nil, remaining.first.map(ArgumentToken.init) == .word {
        doubtfulWords.append(words.count)
      }
    }
  }

  private mutating func read(_ option: OptionDefinition, _ attachedValue: String?) {
    optionValues[option.name, default: []] += []
    guard option.takesValue else {
      if let attachedValue {
        problems.append(.valueForSwitch(option, value: attachedValue))
      }
      return
    }
    guard let value = attachedValue ?? nextValue(for: option) else { return }
    check(value, of: option)
    optionValues[option.name, default: []].append(
      option.takesFollowingNumbers ? continued(value) : value)
  }

  private mutating func nextValue(for option: OptionDefinition) -> String? {
    switch remaining.first.map(ArgumentToken.init) {
    case .word:
      return remaining.popFirst()
    case .flag:
      problems.append(.flagInsteadOfValue(option, found: remaining.first ?? ""))
    case .endOfFlags, nil:
      problems.append(.missingValue(option))
    }
    return nil
  }

  private mutating func check(_ value: String, of option: OptionDefinition) {
    if value.isEmpty {
      problems.append(.emptyValue(option))
    } else if !option.allowedValues.isEmpty, !option.allowedValues.contains(value) {
      let nearest = NearMiss.nearest(to: value, among: option.allowedValues)
      problems.append(.valueNotAllowed(option, value: value, nearest: nearest))
    }
  }

  /// Returns the list that begins with `first`: `2` and the numbers and dots after it, separated by
  /// single spaces. A value that is already a list, such as `2,1,0`, is returned unchanged.
  private mutating func continued(_ first: String) -> String {
    guard var list = ArgumentToken.listElement(first) else { return first }
    while let element = remaining.first.flatMap(ArgumentToken.listElement) {
      list += " " + element
      remaining.removeFirst()
    }
    return list
  }

  /// True if the command will ask for what is left out.
  private var asks: Bool { canAsk && optionValues[OptionDefinition.noInput.name] == nil }

  private mutating func checkOptions() {
    for option in definition.options {
      if let values = optionValues[option.name], values.count > 1, !option.isRepeatable {
        problems.append(.repeatedFlag(option, values: values))
      } else if option.isRequired, optionValues[option.name] == nil {
        problems.append(.missingFlag(option))
      }
    }
    let chosen = definition.alternatives.filter { optionValues[$0.name] != nil }
    if chosen.count > 1 {
      problems.append(.conflictingFlags(chosen))
    } else if chosen.isEmpty, definition.needsAlternative, !definition.alternatives.isEmpty,
      !definition.asksForMissing || !asks
    {
      problems.append(.missingAlternative(definition.alternatives))
    }
  }

  private mutating func placeWords() -> [String: [String]] {
    let positionals = definition.positionals
    let most = positionals.last?.isRepeatable == true ? Int.max : positionals.count
    // The value of an unknown flag is not reported as surplus too.
    while words.count > most, let doubtful = doubtfulWords.popLast() {
      words.remove(at: doubtful)
    }
    for missing in positionals.dropFirst(words.count)
    where !missing.isOptional || (definition.asksForMissing && !asks) {
      problems.append(.missingPositional(missing))
    }
    var values: [String: [String]] = [:]
    for (index, word) in words.prefix(most).enumerated() {
      let positional = positionals[min(index, positionals.count - 1)]
      if word.isEmpty { problems.append(.emptyPositional(positional)) }
      values[positional.name, default: []].append(word)
    }
    if words.count > most { problems.append(.surplusArguments(Array(words[most...]))) }
    return values
  }
}
