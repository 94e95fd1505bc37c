import Text

/// Lookup of a typed flag among known flags.
extension [OptionDefinition] {
  /// Returns the flag named by an argument such as `--output=FILE`, `-o` or `-oFILE`. A long name
  /// after a single dash, `-output`, does not match: it would be read as `-o utput`.
  func matching(_ argument: String) -> OptionDefinition? {
    guard case .flag(let flag, _) = ArgumentToken(argument) else { return nil }
    let isLongNameWithOneDash =
      !flag.hasPrefix("--") && contains { $0.name == argument.flagName }
    return isLongNameWithOneDash ? nil : first { $0.flag == flag || $0.shortFlag == flag }
  }

  /// Returns the flag with the most similar name; nil if none is similar.
  func nearest(to argument: String) -> OptionDefinition? {
    let name = NearMiss.nearest(to: argument.flagName, among: map(\.name))
    return first { $0.name == name }
  }
}

extension String {
  /// The part before “=”: `--format` of `--format=json`.
  var upToEquals: String { String(prefix { $0 != "=" }) }

  /// The part after “=”: `json` of `--format=json`; nil without “=”.
  var afterEquals: String? {
    firstIndex(of: "=").map { String(self[index(after: $0)...]) }
  }

  /// The name without dashes and value: `format` of `--format=json`.
  fileprivate var flagName: String { String(upToEquals.drop { $0 == "-" }) }
}
