// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Jackson makes of the same bytes. Three of its habits are kept away from the comparison:
 *
 * <ul>
 *   <li>it takes bytes for UTF-16 or UTF-32 where they look so, skips a byte order mark, and lets
 *       overlong forms and surrogates pass in UTF-8: so it gets text, decoded strictly by the JDK;
 *   <li>its length limits are lifted, the one on nesting counts like ours;
 *   <li>it fails on numbers whose exponent is beyond {@link java.math.BigDecimal}: whether the text
 *       is JSON is therefore asked of its tokens, which are not converted.
 * </ul>
 */
final class JacksonReference {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();
  private static final ObjectMapper TREES =
      JsonMapper.builder(FACTORY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .build();

  private JacksonReference() {}

  /** The names of the members, or null where this is not one object. */
  static @Nullable List<String> names(byte[] json) {
    try (JsonParser parser = FACTORY.createParser(decode(json))) {
      return parser.nextToken() == JsonToken.START_OBJECT ? names(parser) : null;
    } catch (IOException malformed) {
      return null;
    }
  }

  private static @Nullable List<String> names(JsonParser parser) throws IOException {
    List<String> names = new ArrayList<>();
    int depth = 1;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (depth == 0) {
        return null;
      }
      if (token == JsonToken.FIELD_NAME && depth == 1) {
        names.add(parser.currentName());
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth > JsonScanner.MAX_DEPTH) {
        return null;
      }
    }
    return depth == 0 ? names : null;
  }

  private static String decode(byte[] json) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
  }

  /** The tree of valid JSON; null where Jackson can't hold one of its numbers. */
  static @Nullable JsonNode tree(byte[] json) {
    try {
      return TREES.readTree(decode(json));
    } catch (IOException | NumberFormatException numberBeyondJackson) {
      return null;
    }
  }
}
