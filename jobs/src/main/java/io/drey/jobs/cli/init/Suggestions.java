// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import io.drey.jobs.yaml.YamlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds steps that fit what the fields hold. */
final class Suggestions {
  private static final Pattern ID =
      Pattern.compile(
          "(?i:(.*[._-])?(request|trace|event|message|msg|audit|order)?[_-]?(id|uid|uuid|guid))"
              + "|.*[a-z](Id|ID)");

  /** Whoever does what is logged, the likeliest first. */
  private static final List<Pattern> ACTORS =
      Stream.of(
              "(.*[._-])?user(_?name|_?id)?",
              "(.*[._-])?(session|account|customer)(_?id)?",
              "(.*[._-])?(client|client_?ip|remote_?(ip|addr(ess)?)|ip|src_?ip|source_?ips?|orig_h)",
              "(.*[._-])?(device|sensor|host(name)?|pod|container|service|app|logger|module|stream)(_?(name|id))?")
          .map(name -> Pattern.compile(name, Pattern.CASE_INSENSITIVE))
          .toList();

  private static final List<Pattern> CLASSES =
      Stream.of(
              "(.*[._-])?(status|status_?code|response_?code|code)",
              "(.*[._-])?(level|severity|lvl|priority)",
              "(.*[._-])?(type|event|event_?type|action|outcome|result|verb|method|proto|service|tags|app|stream)")
          .map(name -> Pattern.compile(name, Pattern.CASE_INSENSITIVE))
          .toList();

  private static final Pattern REQUEST =
      Pattern.compile("(?i)(request|req|start|started|begin|open|query|call|send|sent)");

  private static final List<String> ERRORS =
      List.of("ERROR", "error", "Error", "err", "SEVERE", "FATAL", "fatal", "failed", "failure");

  private static final int SERVER_ERROR = 500;
  private static final int MOST_CLASSES = 50;
  private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

  private final List<FieldValues> fields;
  private final int events;
  private final boolean isTimed;

  private Suggestions(Fields fields, @Nullable FoundTime time) {
    this.fields =
        fields.all().stream()
            .filter(field -> time == null || !field.path().equals(time.field()))
            .toList();
    this.events = fields.events();
    this.isTimed = time != null;
  }

  /** Some steps; none where no field is like those of other logs. */
  static List<Suggestion> of(Fields fields, @Nullable FoundTime time) {
    Suggestions suggestions = new Suggestions(fields, time);
    List<Suggestion> all = new ArrayList<>();
    suggestions.errors().ifPresent(all::add);
    suggestions.pairs().ifPresent(all::add);
    suggestions.first().ifPresent(all::add);
    suggestions.actor().ifPresent(actor -> suggestions.addActor(actor, all));
    suggestions.counts().ifPresent(all::add);
    return all;
  }

  /** Of an id that is there twice, where another field tells requests from responses. */
  private Optional<Suggestion> pairs() {
    Optional<FieldValues> id =
        fields.stream()
            .filter(field -> ID.matcher(field.name()).matches())
            .filter(field -> 2 * field.twice() >= field.distinct())
            .findFirst();
    Optional<FieldValues> kind =
        fields.stream()
            .filter(field -> field.distinct() == 2 && field.scalars() == events)
            .filter(field -> PLAIN_PATH.matcher(field.name()).matches() && !field.isNumber())
            .filter(field -> field.texts().stream().anyMatch(Suggestions::isRequest))
            .findFirst();
    return isTimed && id.isPresent() && kind.isPresent()
        ? Optional.of(pairs(id.get(), kind.get()))
        : Optional.empty();
  }

  private static boolean isRequest(String text) {
    return REQUEST.matcher(text).matches();
  }

  private static Suggestion pairs(FieldValues id, FieldValues kind) {
    List<String> kinds = kind.texts();
    int request = isRequest(kinds.get(0)) ? 0 : 1;
    return new Suggestion(
        "pairs",
        "Each "
            + kinds.get(request)
            + " with its "
            + kinds.get(1 - request)
            + ", and the time between.",
        "correlate: {key: %s, request: event.%s == '%s', response: event.%s == '%s', timeout: 30s}"
            .formatted(
                YamlText.scalar(id.name()),
                kind.name(),
                kinds.get(request),
                kind.name(),
                kinds.get(1 - request)));
  }

  private Optional<Suggestion> first() {
    return fields.stream()
        .filter(field -> ID.matcher(field.name()).matches() && 2 * field.scalars() > events)
        .max(Comparator.comparingDouble(Suggestions::uniqueness))
        .filter(field -> 2 * field.distinct() > field.scalars())
        .map(this::first);
  }

  private static double uniqueness(FieldValues field) {
    return (double) field.distinct() / field.scalars();
  }

  private Suggestion first(FieldValues id) {
    String bound = isTimed ? "ttl: 10m" : "max-keys: 1000000";
    String why =
        id.isUnique()
            ? "Without events that were written twice: each has another " + id.name() + "."
            : "The first event of each " + id.name() + ".";
    return new Suggestion(
        "first", why, "deduplicate: {key: " + YamlText.scalar(id.name()) + ", " + bound + "}");
  }

  private Optional<FieldValues> actor() {
    return named(ACTORS, field -> field.distinct() > 1 && field.distinct() < field.scalars());
  }

  /** The first field with one of the names, in their order. */
  private Optional<FieldValues> named(List<Pattern> names, Predicate<FieldValues> fits) {
    return names.stream()
        .flatMap(name -> fields.stream().filter(field -> name.matcher(field.name()).matches()))
        .filter(fits)
        .findFirst();
  }

  private void addActor(FieldValues actor, List<Suggestion> all) {
    String key = "{key: " + YamlText.scalar(actor.name());
    if (isTimed) {
      all.add(
          new Suggestion(
              "sessions",
              "The events of each " + actor.name() + ", up to a pause of 30 minutes.",
              "sessionize: " + key + ", gap: 30m, collect: none}"));
    }
    all.add(
        new Suggestion(
            "limited",
            "At most 10 events of each " + actor.name() + (isTimed ? " and minute." : "."),
            "rate-limit: " + key + ", limit: 10" + (isTimed ? ", per: 1m}" : "}")));
  }

  private Optional<Suggestion> counts() {
    return named(CLASSES, field -> field.distinct() > 1 && field.distinct() <= MOST_CLASSES)
        .map(
            field ->
                new Suggestion(
                    "counts",
                    "How many events there are of each " + field.name() + ".",
                    "aggregate: {by: ["
                        + YamlText.scalar(field.name())
                        + "], measures: {events: {count: '*'}}}"));
  }

  private Optional<Suggestion> errors() {
    return CLASSES.stream()
        .flatMap(name -> fields.stream().filter(field -> name.matcher(field.name()).matches()))
        .filter(field -> PLAIN_PATH.matcher(field.name()).matches())
        .map(Suggestions::condition)
        .filter(condition -> !condition.isEmpty())
        .findFirst()
        .map(condition -> new Suggestion("errors", "Only errors.", "filter: " + condition));
  }

  /** The condition for an error in a field; empty if there is none. */
  private static String condition(FieldValues field) {
    if (field.isNumber()) {
      boolean isStatus = field.texts().stream().allMatch(text -> text.matches("[1-5]\\d\\d"));
      boolean hasError = field.texts().stream().anyMatch(text -> text.startsWith("5"));
      return isStatus && hasError ? "event." + field.name() + " >= " + SERVER_ERROR : "";
    }
    return ERRORS.stream()
        .filter(field.texts()::contains)
        .findFirst()
        .map(error -> "event." + field.name() + " == '" + error + "'")
        .orElse("");
  }
}
