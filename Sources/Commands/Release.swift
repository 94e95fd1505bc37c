/// The current release.
enum Release {
  /// The version that `outcomes --version` prints.
  static let version = "0.3.0"
  /// The date of the release, for the footer of the manual page.
  static let date = "2026-11-28"
}
