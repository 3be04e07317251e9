/**
 * One JSON object as its UTF-8 bytes: fields are found by a scan, typed when asked for, and written
 * by splicing, so that whatever is not touched stays byte for byte.
 */
@NullMarked
package io.drey.operators.event;

import org.jspecify.annotations.NullMarked;
