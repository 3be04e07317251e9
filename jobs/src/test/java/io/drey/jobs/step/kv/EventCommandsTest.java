// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.KeyRange;
import io.drey.operators.kv.command.Operation;
import io.drey.operators.kv.command.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCommandsTest {
  private static final EventCommands FORM =
      new EventCommands(List.of(FieldPath.of("at"), FieldPath.of("meta.source")));

  @Test
  void readsWhatAnOperationHas() throws Exception {
    assertThat(read("{'op':'set','scope':'s','key':'k','value':{ 'a' : 1.50 },'ttl':'10m'}"))
        .isEqualTo(set("{ \"a\" : 1.50 }", 600_000L));
    assertThat(read("{'op':'update','scope':'s','key':'k','ops':[1],'atomic':true,'ttl':'1s'}"))
        .isEqualTo(new Command(Operation.UPDATE, "s", "k", null, "[1]", true, 1_000L, null, null));
    assertThat(read("{'op':'get','scope':'s','key':'k'}")).isEqualTo(Command.get("s", "k"));
    assertThat(read("{'op':'clear','scope':'s'}")).isEqualTo(Command.clear("s"));
  }

  @Test
  void readsTheBoundsOfAList() throws Exception {
    assertThat(read("{'op':'list','scope':'s'}")).isEqualTo(Command.list("s", KeyRange.ALL));
    assertThat(read("{'op':'list','scope':'s','prefix':'k','start':'k1','end':'k9','limit':1e1}"))
        .isEqualTo(Command.list("s", new KeyRange("k", "k1", "k9", 10L)));
    assertThat(read("{'op':'list','scope':'s','prefix':null,'start':'','limit':null}"))
        .isEqualTo(Command.list("s", new KeyRange(null, "", null, null)));
  }

  @Test
  void dataIsAnotherWordForValue() throws Exception {
    assertThat(read("{'op':'set','scope':'s','key':'k','data':null}")).isEqualTo(set("null", null));
  }

  @Test
  void passesOverTheTimeAndIgnoredFields() throws Exception {
    assertThat(read("{'op':'get','scope':'s','key':'k','id':{},'at':1,'meta':{'x':1}}"))
        .isEqualTo(Command.get("s", "k"));
    assertThat(read("{'op':'get','scope':'s','key':'k','meta.source':1}"))
        .isEqualTo(Command.get("s", "k"));
    assertThat(FORM.listsGroups(event("{'op':'list_groups','id':1,'at':1}"))).isTrue();
  }

  @Test
  void aListOfGroupsThatHasAnotherFieldIsReadToBeRefused() {
    assertThat(FORM.listsGroups(event("{'op':'list_groups','scope':'s'}"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'scope':'s'}                                              | unknown_op    | Missing op
          {'op':null,'scope':'s'}                                    | unknown_op    | Invalid op: must be a string but was null
          {'op':'SET','scope':'s'}                                   | unknown_op    | Unknown op: 'SET' (known: clear, delete, get, list, list_groups, set, update)
          {'op':'list'}                                              | missing_scope | Missing scope
          {'op':'list','scope':5}                                    | missing_scope | Invalid scope: must be a string but was a number
          {'op':'get','scope':'s'}                                   | missing_key   | Missing key
          {'op':'get','scope':'s','key':null}                        | missing_key   | Invalid key: must be a string but was null
          {'op':'get','scope':'s','key':['k']}                       | missing_key   | Invalid key: must be a string but was an array
          {'op':'set','scope':'s','key':'k'}                         | missing_value | Missing value
          {'op':'set','scope':'s','key':'k','value':1,'ttl':'soon'}  | bad_ttl       | Invalid ttl: must be a duration like 30s or PT10M, longer than 0, but was "soon"
          {'op':'set','scope':'s','key':'k','value':1,'ttl':'0s'}    | bad_ttl       | Invalid ttl: must be a duration like 30s or PT10M, longer than 0, but was "0s"
          {'op':'set','scope':'s','key':'k','value':1,'ttl':60}      | bad_ttl       | Invalid ttl: must be a duration like 30s or PT10M, longer than 0, but was 60
          {'op':'update','scope':'s','key':'k'}                      | bad_ops       | Missing ops
          {'op':'update','scope':'s','key':'k','ops':[],'atomic':1}  | bad_ops       | Invalid atomic: must be true or false but was a number
          {'op':'list','scope':'s','limit':0}                        | bad_range     | Invalid limit: must be a whole number, at least 1, but was 0
          {'op':'list','scope':'s','limit':1.5}                      | bad_range     | Invalid limit: must be a whole number, at least 1, but was 1.5
          {'op':'list','scope':'s','limit':'10'}                     | bad_range     | Invalid limit: must be a whole number, at least 1, but was "10"
          {'op':'list','scope':'s','limit':1e99}                     | bad_range     | Invalid limit: must be a whole number, at least 1, but was 1e99
          {'op':'list','scope':'s','prefix':1}                       | bad_range     | Invalid prefix: must be a string but was a number
          {'op':'list','scope':'s','start':[]}                       | bad_range     | Invalid start: must be a string but was an array
          {'op':'list','scope':'s','end':true}                       | bad_range     | Invalid end: must be a string but was a boolean
          {'op':'list','scope':'s','key':'k'}                        | unknown_field | Unknown field 'key' (known: op, scope, id, prefix, start, end, limit, at, meta.source, meta)
          {'op':'list_groups','scope':'s'}                           | unknown_field | Unknown field 'scope' (known: op, id, at, meta.source, meta)
          {'op':'get','scpoe':'s','key':'k'}                         | unknown_field | Unknown field 'scpoe' (did you mean 'scope'? known: op, scope, key, id, at, meta.source, meta)
          {'op':'set','scope':'s','key':'k','value':1,'data':1}      | unknown_field | Unknown field 'data' (it stands for 'value', which is given too)
          {'op':'clear','scope':'s','value':null}                    | unknown_field | Unknown field 'value' (known: op, scope, id, at, meta.source, meta)
          """)
  void refusesWhatIsNoCommand(String json, String code, String message) {
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> FORM.read(event(json)));

    assertThat(refused.refusal().code()).isEqualTo(code);
    assertThat(refused.refusal().message()).isEqualTo(message);
  }

  @Test
  void nullIsAValueAndAsGoodAsNoTtl() throws Exception {
    assertThat(read("{'op':'set','scope':'s','key':'k','value':null,'ttl':null}"))
        .isEqualTo(set("null", null));
    assertThat(read("{'op':'update','scope':'s','key':'k','ops':[],'atomic':null}"))
        .isEqualTo(new Command(Operation.UPDATE, "s", "k", null, "[]", false, null, null, null));
  }

  @Test
  void aScopeHasOneKeyHoweverItIsWritten() {
    String plain = FORM.scopeKey(FORM.keyed(event("{'scope':'caf\u00e9'}")));
    String escaped = FORM.scopeKey(FORM.keyed(Event.of("{\"scope\":\"caf\\u00e9\"}")));

    assertThat(escaped).isEqualTo(plain).isEqualTo("\"café\"");
    assertThat(FORM.scope(plain)).isEqualTo("café");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}
          {'scope':null}
          {'scope':1}
          {'scope':true}
          """)
  void whatIsNoScopeIsNoScopesKey(String json) {
    assertThat(FORM.scopeKey(FORM.keyed(event(json)))).isEqualTo("[]");
  }

  private static Command set(String value, @Nullable Long ttl) {
    return new Command(Operation.SET, "s", "k", value, null, false, ttl, null, null);
  }

  private static Command read(String json) throws RefusedException {
    return FORM.read(event(json));
  }

  private static Event event(String json) {
    return Event.of(json.replace('\'', '"'));
  }
}
