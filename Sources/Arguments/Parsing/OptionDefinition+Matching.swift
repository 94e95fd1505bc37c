import Text

/// Finding the flag that was typed among those that are known.
extension [OptionDefinition] {
  /// The flag that an argument such as `--output=FILE`, `-o` or `-oFILE` names. A long name behind
  /// a single dash, `-output`, is none: it would be read as `-o utput`.
  func matching(_ argument: String) -> OptionDefinition? {
    guard case .flag(let flag, _) = ArgumentToken(argument) else { return nil }
    let isLongNameWithOneDash =
      !flag.hasPrefix("--") && contains { $0.name == argument.flagName }
    return isLongNameWithOneDash ? nil : first { $0.flag == flag || $0.shortFlag == flag }
  }

  /// The flag that was probably meant.
  func nearest(to argument: String) -> OptionDefinition? {
    let name = NearMiss.nearest(to: argument.flagName, among: map(\.name))
    return first { $0.name == name }
  }
}

extension String {
  /// `--format` of `--format=json`.
  var upToEquals: String { String(prefix { $0 != "=" }) }

  /// `json` of `--format=json`; nil without “=”.
  var afterEquals: String? {
    firstIndex(of: "=").map { String(self[index(after: $0)...]) }
  }

  /// `format` of `--format=json`.
  fileprivate var flagName: String { String(upToEquals.drop { $0 == "-" }) }
}
