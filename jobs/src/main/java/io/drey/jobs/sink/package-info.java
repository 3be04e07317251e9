/** Where events go: standard output, files, nowhere. */
@NullMarked
package io.drey.jobs.sink;

import org.jspecify.annotations.NullMarked;
