// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.expression.Template;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineFormatTest {
  private static final String NESTED =
      "{\"a\": {\"b\":1}, \"t\":\"x y\", \"u\":\"\\u00e9\\n\", \"n\":null, \"z\":[1,\"q\"]}";

  @Test
  void writesJsonAsItIs() throws IOException {
    assertThat(lines(OutputFormat.JSON, null, NESTED)).isEqualTo(NESTED + "\n");
  }

  @Test
  void writesSomeFieldsOfJsonInTheirOrder() throws IOException {
    assertThat(lines(OutputFormat.JSON, "u,a.b,missing,n", NESTED, "{}"))
        .isEqualTo("{\"u\":\"\\u00e9\\n\",\"a.b\":1,\"n\":null}\n{}\n");
  }

  @Test
  void showsAFieldWhoseNameHasADot() throws IOException {
    assertThat(lines(OutputFormat.JSON, "a.b", "{\"a.b\":2,\"a\":{\"c\":1}}"))
        .isEqualTo("{\"a.b\":2}\n");
  }

  @Test
  void writesLogfmt() throws IOException {
    assertThat(lines(OutputFormat.LOGFMT, null, NESTED))
        .isEqualTo("a=\"{\\\"b\\\":1}\" t=\"x y\" u=\"\\u00e9\\n\" n=null z=\"[1,\\\"q\\\"]\"\n");
    assertThat(
            lines(
                OutputFormat.LOGFMT,
                "k k,e,t,f,d,ip,miss",
                "{\"k k\":1,\"e\":\"\",\"t\":\"true\",\"f\":\"1e3\",\"d\":\"-x\",\"ip\":\"1.2.3.4\"}"))
        .isEqualTo("k_k=1 e=\"\" t=\"true\" f=\"1e3\" d=-x ip=1.2.3.4\n");
  }

  @Test
  void writesCsvBelowTheFieldsOfTheFirstEvent() throws IOException {
    assertThat(
            lines(
                OutputFormat.CSV, null, "{\"a\":1,\"b,\":\"\"}", "{\"c\":1,\"b,\":\"q\\\"r\\n\"}"))
        .isEqualTo("a,\"b,\"\n1,\n,\"q\"\"r\n\"\n");
  }

  @Test
  void writesCsvBelowTheFieldsAskedFor() throws IOException {
    assertThat(lines(OutputFormat.CSV, "z,a.b,miss,n", NESTED))
        .isEqualTo("z,a.b,miss,n\n\"[1,\"\"q\"\"]\",1,,\n");
  }

  @Test
  void escapesTabsInTsv() throws IOException {
    assertThat(lines(OutputFormat.TSV, "a,b", "{\"a\":\"x\\ty\\\\\",\"b\":\"1\\n\"}"))
        .isEqualTo("a\tb\nx\\ty\\\\\t1\\n\n");
  }

  @Test
  void readsTheColumnsOfAHeader() {
    assertThat(OutputFormat.CSV.columns("a,\"b,\"\"c\",")).containsExactly("a", "b,\"c", "");
    assertThat(OutputFormat.TSV.columns("a\tb\\tc")).containsExactly("a", "b\tc");
  }

  @Test
  void keepsLinesWholeInEveryWrite() throws IOException {
    List<Integer> writes = new ArrayList<>();
    OutputStream target =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            assertThat(bytes[from + length - 1]).isEqualTo((byte) '\n');
            writes.add(length);
          }
        };
    LineOutput out = new LineOutput(target);
    for (int i = 0; i < 3000; i++) {
      out.write("x".repeat(i % 50).getBytes(UTF_8));
      out.write("y".repeat(i % 50).getBytes(UTF_8));
      out.endLine();
    }
    out.flush();

    assertThat(writes).hasSize(3);
    assertThat(writes.stream().mapToInt(n -> n).sum()).isEqualTo((int) out.written());
  }

  @Test
  void writesWhatATemplateMakesOfAnEvent() throws Exception {
    Template template = Template.parse("${event.u} paid ${event.n}");

    assertThat(
            lines(
                new LineOptions(OutputFormat.TEXT, null, template),
                "{\"u\":\"é\",\"n\":1.50}",
                "{}"))
        .isEqualTo("é paid 1.50\nnull paid null\n");
  }

  @Test
  void writesLinesLongerThanTheBuffer() throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    LineOutput out = new LineOutput(target);
    String text = "short\n" + "x".repeat(70_000) + "\n" + "y".repeat(65_536) + "\nend\n";
    for (String line : text.lines().toList()) {
      out.write(line.getBytes(UTF_8));
      out.endLine();
    }
    out.flush();

    assertThat(target.toString(UTF_8)).isEqualTo(text);
  }

  private static String lines(OutputFormat format, @Nullable String fields, String... events)
      throws IOException {
    List<FieldPath> paths =
        fields == null ? null : Stream.of(fields.split(",", -1)).map(FieldPath::of).toList();
    return lines(new LineOptions(format, paths, null), events);
  }

  private static String lines(LineOptions options, String... events) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    LineOutput out = new LineOutput(target);
    LineFormat lines = options.lines();
    lines.start(List.of());
    for (String event : events) {
      lines.write(Event.of(event), out);
    }
    out.flush();
    return target.toString(UTF_8);
  }
}
