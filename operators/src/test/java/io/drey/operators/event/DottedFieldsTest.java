// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule for names with dots: nested all the way, else the name as it is written. */
class DottedFieldsTest {
  private static final FieldPath PATH = FieldPath.of("a.b.c");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':{'b':{'c':1}}}                 | 1",
        "{'a.b.c':2}                         | 2",
        "{'a.b.c':2,'a':{'b':{'c':1}}}       | 1",
        "{'a':{'b':{'c':null}},'a.b.c':2}    | null",
        "{'a':{'b':{'d':1}},'a.b.c':2}       | 2",
        "{'a':{'b':1},'a.b.c':2}             | 2",
        "{'a':[{'b':{'c':1}}],'a.b.c':2}     | 2",
        "{'a.b.c':1,'a.b.c':2}               | 2",
        "{'a\\u002eb.c':2}                   | 2",
        "{'a':{'b.c':1}}                     | ",
        "{'a.b':{'c':1}}                     | ",
        "{'a':{'b':[{'c':1}]}}               | ",
        "{}                                  | "
      })
  void reads(String json, @Nullable String expected) {
    Event event = event(json);
    JsonValue value = event.value(PATH);

    assertThat(value == null ? null : value.raw()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'x':0,'a':{'b':{'c':1,'d':2}},'y':3} | {'x':0,'a':{'b':{'c':true,'d':2}},'y':3}",
        "{'x':0,'a.b.c':1,'y':3}               | {'x':0,'a.b.c':true,'y':3}",
        "{'a.b.c':1,'a':{'b':{'c':1}}}         | {'a.b.c':1,'a':{'b':{'c':true}}}",
        "{'a':{'b.c':1}}                       | {'a':{'b.c':1},'a.b.c':true}",
        "{'a':{'b':{'c':1}},'a':{'b':{'c':2}}} | {'a':{'b':{'c':1}},'a':{'b':{'c':true}}}",
        "{}                                    | {'a.b.c':true}"
      })
  void replacesWhatItReads(String json, String expected) {
    assertThat(event(json).with(PATH, true)).isEqualTo(event(expected));
  }

  @Test
  void findsEveryFieldAfterAChange() {
    Event changed = event("{'x':0,'a':{'b':{'c':1}},'y':3,'z':{'w':4}}").with(PATH, "longer");

    assertThat(text(changed, "y")).isEqualTo("3");
    assertThat(text(changed, "z.w")).isEqualTo("4");
    assertThat(text(changed.with(PATH, 1), "a.b.c")).isEqualTo("1");
    assertThat(changed.names()).containsExactly("x", "a", "y", "z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'x':0,'a':{'b':{'c':1,'d':2}},'a.b.c':3} | {'x':0,'a':{'b':{'d':2}}}",
        "{'a':{'b':{'c':1}},'a':{'b':{'c':2}}}     | {'a':{'b':{}},'a':{'b':{}}}",
        "{'a':{'b':{'c':1,'c':2,'d':3}}}           | {'a':{'b':{'d':3}}}",
        "{ 'a' : {'b.c':1}, 'x' : 0 }              | { 'a' : {'b.c':1}, 'x' : 0 }"
      })
  void removesBothForms(String json, String expected) {
    assertThat(event(json).without(List.of(PATH))).isEqualTo(event(expected));
  }

  @Test
  void aKeyIsReadFromEitherForm() {
    KeyPaths key = KeyPaths.of("id.orig_h", "id.orig_p");

    assertThat(key.read(event("{'id.orig_h':'192.0.2.23','id.orig_p':22}")))
        .isEqualTo("[\"192.0.2.23\",22]");
    assertThat(key.read(event("{'id':{'orig_h':'192.0.2.23','orig_p':22}}")))
        .isEqualTo("[\"192.0.2.23\",22]");
    assertThat(KeyPaths.of("log.level").keyed(event("{'log.level':'warn'}")))
        .isNotNull()
        .extracting(Event::key)
        .isEqualTo("\"warn\"");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    FieldPath[] paths = {FieldPath.of("a.b"), FieldPath.of("a.a"), FieldPath.of("b.a.b"), PATH};
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      Event event = Event.of(new RandomJson(random).object());
      FieldPath path = paths[random.nextInt(paths.length)];

      Event changed = event.withJson(path, "[7]".getBytes(UTF_8));

      assertThat(text(changed, path.text())).as("seed %s", seed).isEqualTo("[7]");
      assertThat(Event.of(changed.toString()).names()).isEqualTo(changed.names());
      assertThat(changed.without(List.of(path)).value(path)).as("seed %s", seed).isNull();
      Event again = Event.of(changed.without(List.of(path)).toString());
      assertThat(again.value(path)).isNull();
    }
  }

  private static @Nullable String text(Event event, String path) {
    return event.text(FieldPath.of(path));
  }

  private static Event event(String json) {
    return Event.of(json.replace('\'', '"'));
  }
}
