/// The style sheet of forms, for paper first.
enum FormsStyle {
  /// Lengths are in millimeters: forms have the same size on every paper. There is no color, and
  /// nothing depends on a background, which browsers leave out in print. A question is never cut.
  static let sheet = """
    @page { margin: 13mm 15mm; }
    * { box-sizing: border-box; }
    html { font: 10.5pt/1.3 Helvetica, Arial, "Liberation Sans", sans-serif; color: #000; }
    body { margin: 0; background: #fff; }
    h1 { font-size: 16pt; margin: 0 0 3mm; }
    h2 { font-size: 14pt; margin: 0 0 3mm; }
    h3 { font-size: 12pt; margin: 0 0 1.5mm; }
    h2, h3 { break-after: avoid; }
    p { margin: 0 0 1.5mm; }
    small, .title, .name, .program { font-size: 9pt; font-weight: normal; }
    .program { float: right; }
    .packet + .packet { break-before: page; }
    .named { margin-right: 8mm; white-space: nowrap; }
    .fields { padding-bottom: 3mm; border-bottom: 0.4mm solid #000; line-height: 9mm; }
    .line { display: inline-block; width: 50mm; border-bottom: 0.3mm solid #000; }
    .line.short { width: 38mm; }
    .questionnaire { margin-top: 6mm; }
    .questionnaire + .questionnaire { break-inside: avoid; }
    .stem { font-weight: bold; }
    .placeholder { border: 0.3mm dashed #000; padding: 1.5mm 2mm; }
    table { width: 100%; border-collapse: collapse; }
    thead { display: table-header-group; break-inside: avoid; }
    tr { break-inside: avoid; }
    th, td { padding: 1.3mm 1mm; border-bottom: 0.2mm solid #767676; vertical-align: middle; }
    th { text-align: left; font-weight: normal; }
    thead th { vertical-align: bottom; font-size: 9pt; line-height: 1.15; }
    thead th.key { font-weight: bold; }
    tbody th { padding-left: 7mm; text-indent: -7mm; }
    .number { display: inline-block; width: 7mm; text-indent: 0; }
    .grid td, .grid thead th { text-align: center; width: 10.5mm; }
    .labeled td, .labeled thead th { width: 17mm; }
    .grid thead th.key { text-align: left; width: auto; }
    .list td { width: 60mm; }
    .choice { display: inline-block; white-space: nowrap; }
    .list .choice { margin-right: 3mm; }
    .list .choice.labeled { display: block; margin: 0.8mm 0; }
    .box, .digit { display: inline-block; border: 0.35mm solid #000; vertical-align: middle; }
    .box { width: 4.2mm; height: 4.2mm; }
    .fields .box { margin: 0 1mm 0 2mm; }
    .digits { white-space: nowrap; }
    .digit { width: 5.5mm; height: 7mm; margin-left: -0.35mm; }
    .code { font-size: 7.5pt; margin-left: 0.8mm; }
    .entry { margin-top: 1.5mm; font-size: 8pt; }
    code { font-family: "Liberation Mono", Menlo, Consolas, monospace; }
    @media print { .cover { display: none; } }
    @media screen {
      body { max-width: 190mm; margin: 0 auto; padding: 5mm; }
      .packet { margin: 8mm 0; padding: 8mm; border: 0.3mm solid #767676; }
    }
    """
}
