import Canvas
import Testing

@Suite struct SVGTests {
  private func drawing(_ elements: [Element]) -> Drawing {
    Drawing(width: 100, height: 50, title: "T", description: "D", elements: elements)
  }

  @Test func everyElementIsWrittenAsSelectableMarkup() {
    let picture = drawing([
      .shape(.rect(Rect(x: 1, y: 2, width: 3.456, height: 4)), .filled(.series(0), opacity: 0.5)),
      .shape(.line(Point(0, 0), Point(10, -0.004)), .stroked(.grid, width: 1.5, dash: [2, 1])),
      .text(TextRun("NMSE", at: Point(5, 6), font: Font(size: 9, weight: .bold), anchor: .end)),
      .group(
        Element.Group(
          [.shape(.circle(centre: Point(1, 1), radius: 2), .filled(.fixed(Colour(0x102030))))],
          clip: Rect(x: 0, y: 0, width: 10, height: 10), hover: "FNO")),
    ])
    #expect(
      picture.svg(id: "a") == """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="a-t a-d" \
        viewBox="0 0 100 50" width="100" height="50" \
        font-family="DejaVu Sans, Verdana, sans-serif"><title id="a-t">T</title><desc id="a-d">D</desc>
        <rect x="1" y="2" width="3.46" height="4" fill="#0072b2" fill-opacity="0.5" class="f-c0"/>
        <path d="M0 0L10 0" fill="none" stroke="#e4e2dc" stroke-width="1.5" \
        stroke-dasharray="2 1" class="s-grid"/>
        <text x="5" y="6" font-size="9" font-weight="bold" text-anchor="end" fill="#1c1c1a" \
        class="f-text">NMSE</text>
        <clipPath id="a-c1"><rect x="0" y="0" width="10" height="10"/></clipPath>\
        <g clip-path="url(#a-c1)"><title>FNO</title>\
        <circle cx="1" cy="1" r="2" fill="#102030"/>
        </g>
        </svg>
        """)
  }

  @Test func foreignTextCannotBecomeMarkup() {
    let hostile = "<script>alert('&\"')</script>\u{1}"
    let svg = drawing([
      .group(Element.Group([.text(TextRun(hostile, at: Point(0, 0)))], hover: hostile))
    ]).svg(id: "x")
    #expect(!svg.contains("<script"))
    let safe = "&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;\u{FFFD}"
    #expect(svg.components(separatedBy: safe).count == 3)
  }

  @Test func aFieldIsDrawnWithItsFirstRowAtTheBottom() {
    let raster = Raster(
      field: [0, 0, 1, 1], width: 2, height: 2, map: .magnitude, over: 0...1)
    #expect(raster.pixels[0] == Colour(0xFDE725))
    #expect(raster.pixels[2] == Colour(0x440154))
  }

  @Test func picturesAreEmbeddedWithoutSmoothing() {
    let raster = Raster(width: 1, height: 1, pixels: [Colour(0xFF0000)])
    let svg = drawing([.image(raster, in: Rect(x: 0, y: 0, width: 9, height: 9))]).svg(id: "i")
    #expect(svg.contains("image-rendering:pixelated"))
    #expect(svg.contains("href=\"data:image/png;base64,iVBORw0KGgo"))
  }

  @Test func tagsAreWrittenAsAttributesThatAScriptCanRead() {
    let area = Rect(x: 40, y: 26, width: 200, height: 150)
    let svg = drawing([
      .tagged(
        .plot(
          area: area, x: Scale(.linear, from: 0, to: 20),
          y: Scale(.logarithmic, from: 0.001, to: 1),
          xTitle: "step", yTitle: "a & b"),
        [
          .tagged(
            .series(style: 3, name: "<FNO>", values: [[1, 0.123456], [2, 1e-7, 0, -123456]]), []),
          .tagged(.legend(style: 3), []), .tagged(.point(x: 0.5, y: nil), [], hover: "half"),
        ]),
      .tagged(.field(name: "truth", quantity: "u (m/s)", map: .signed, range: -1.5...1.5), []),
      .tagged(.frame(row: 0, step: 12), []), .tagged(.bar(.magnitude), []),
    ]).svg(id: "t")
    #expect(
      svg.hasSuffix(
        """
        <g data-plot="40 26 200 150" data-x0="0.0" data-x1="20.0" data-x-law="linear" \
        data-x-title="step" data-y0="0.001" data-y1="1.0" data-y-law="logarithmic" \
        data-y-title="a &amp; b"><g data-series="3" data-name="&lt;FNO&gt;" \
        data-values="1 0.12346;2 1e-07 0 -123460"></g>
        <g data-legend="3"></g>
        <g data-point="0.5"><title>half</title></g>
        </g>
        <g data-field="truth" data-quantity="u (m/s)" data-map="signed" data-range="-1.5 1.5"></g>
        <g data-row="0" data-step="12"></g>
        <g data-bar="magnitude"></g>
        </svg>
        """))
  }
}
