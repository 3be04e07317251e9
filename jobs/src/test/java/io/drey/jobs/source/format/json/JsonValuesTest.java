// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.source.format.RecordsKit;
import io.drey.jobs.source.format.RecordsKit.Cut;
import io.drey.jobs.source.line.ByteWindow;
import io.drey.jobs.source.line.MalformedLineException;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonValuesTest {
  private static final int FUZZ = Integer.getInteger("drey.fuzz.inputs", 20_000);

  private final RecordsKit kit = new RecordsKit(JsonValues::new);

  @Test
  void cutsObjectsOneBehindTheOther() throws IOException {
    assertThat(texts("{\"a\":1}{\"b\":\"}{\\\"\"} {\"c\":[{}]}\r\n{\"d\":\n 1\n}"))
        .containsExactly("{\"a\":1}", "{\"b\":\"}{\\\"\"}", "{\"c\":[{}]}", "{\"d\":\n 1\n}");
  }

  @Test
  void entersArrays() throws IOException {
    assertThat(texts("\uFEFF[\n  {\"a\":1},\n  [{\n\"b\":2}]]\n[]\n[{}]"))
        .containsExactly("{\"a\":1}", "{\n\"b\":2}", "{}");
  }

  @Test
  void whatIsNoObjectIsARecordOfItsOwn() throws IOException {
    assertThat(texts("[1, \"a,{\\\"b\", null, {\"a\":1}]\nnow {\"b\":2}\n\"x\nend"))
        .containsExactly(
            "1", "\"a,{\\\"b\"", "null", "{\"a\":1}", "now ", "{\"b\":2}", "\"x", "end");
  }

  @Test
  void goesOnBehindAnObjectThatWasCutOff() throws IOException {
    assertThat(texts("{\"a\":1,\"b\":\n{\"c\":2}\n{\"d\":3}\n"))
        .containsExactly("{\"a\":1,\"b\":", "{\"c\":2}", "{\"d\":3}");
    assertThat(texts("{\"a\":\"x\n{\"c\":2}\n")).containsExactly("{\"a\":\"x", "{\"c\":2}");
    assertThat(texts("{\"a\":[1}{\"b\":2}")).containsExactly("{\"a\":[1}", "{\"b\":2}");
    assertThat(texts("{\"a\":\n{\"c\":2}\n")).containsExactly("{\"a\":", "{\"c\":2}");
  }

  @Test
  void keepsAWrongObjectInOnePiece() throws IOException {
    assertThat(texts("{\"a\":NaN,\n  \"b\":{}}\n{\"c\":1,}{\"d\":1}"))
        .containsExactly("{\"a\":NaN,\n  \"b\":{}}", "{\"c\":1,}", "{\"d\":1}");
  }

  @Test
  void countsLines() throws IOException {
    List<Cut> cuts = kit.all("\n[{\n}\n,{}{}\n\n{}]\n".getBytes(UTF_8));

    assertThat(cuts).extracting(Cut::linesBefore).containsExactly(1L, 3L, 3L, 5L);
  }

  @Test
  void goesOnBehindAnObjectThatIsTooLong() throws IOException {
    String member = "\"" + "x".repeat(1 << 20) + "\":1,\n";
    List<String> texts = texts("{" + member.repeat(65) + "\"y\":1}\n{\"a\":1}");

    assertThat(texts).hasSize(2).last().isEqualTo("{\"a\":1}");
    assertThat(texts.get(0).length()).isLessThan(ByteWindow.LONGEST);
  }

  @Test
  void everyStreamHasTheSameRecordsInPiecesAndContinued() throws IOException {
    for (int seed = 0; seed < FUZZ; seed++) {
      Random random = new Random(seed);
      kit.check(RecordsKit.random(random, "{}\"\n1,:[]\\ \u00ef\u00bb\u00bf", 40), random);
    }
  }

  @Test
  void anEventIsOneLine() throws MalformedLineException {
    byte[] pretty = "{\r\n  \"a\": [1,\n 2],\t\"b \\\" \": \" x\\\\\"\n}".getBytes(UTF_8);

    assertThat(new JsonObjects().parse(pretty, 0, pretty.length))
        .hasToString("{\"a\":[1,2],\"b \\\" \":\" x\\\\\"}");
    byte[] plain = "{ \"a\": 1 }".getBytes(UTF_8);
    assertThat(new JsonObjects().parse(plain, 0, plain.length)).hasToString("{ \"a\": 1 }");
  }

  private List<String> texts(String content) throws IOException {
    return kit.texts(content.getBytes(UTF_8));
  }
}
