package io.tanheng.server.foundation.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/// Turns whatever stops a request into one kind of answer: `application/problem+json`.
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

  @ExceptionHandler
  ResponseEntity<Object> refused(ProblemException refused, WebRequest request) {
    return answer(refused, request);
  }

  /// Two transactions that locked each other out: nothing was changed, and a second try will do.
  @ExceptionHandler
  ResponseEntity<Object> busy(TransientDataAccessException busy, WebRequest request) {
    LOG.warn("a request gave way to another one", busy);
    return answer(new ProblemException(RequestProblem.UNAVAILABLE), request);
  }

  /// A path variable that is no id names nothing; a query parameter of the wrong form is told.
  @ExceptionHandler
  ResponseEntity<Object> wrongForm(MethodArgumentTypeMismatchException wrong, WebRequest request) {
    for (Throwable cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException refused) {
        return answer(refused, request);
      }
    }
    boolean ofPath = wrong.getParameter().hasParameterAnnotation(PathVariable.class);
    return answer(
        ofPath
            ? new ProblemException(RequestProblem.NOT_FOUND)
            : new ProblemException(
                RequestProblem.PARAMETER_FORMAT,
                Map.of(
                    "name",
                    FieldNames.of(wrong.getName()),
                    "value",
                    String.valueOf(wrong.getValue()))),
        request);
  }

  /// A form that cannot be taken apart, or something else where a form is expected.
  @ExceptionHandler
  ResponseEntity<Object> noForm(MultipartException wrong, WebRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    boolean isForm = type != null && type.startsWith("multipart/");
    return answer(
        new ProblemException(isForm ? RequestProblem.FORM_UNREADABLE : RequestProblem.FILE_MISSING),
        request);
  }

  @ExceptionHandler
  ResponseEntity<Object> unreadableAddress(InvalidParameterException wrong, WebRequest request) {
    return answer(new ProblemException(RequestProblem.ADDRESS_UNREADABLE), request);
  }

  @ExceptionHandler
  ResponseEntity<Object> bug(Exception bug, WebRequest request) {
    return answer(
        new ProblemException(
            RequestProblem.BUG, Map.of("incident", ContainerProblem.incident(bug))),
        request);
  }

  /// What Spring itself refuses: every handler of the superclass ends here.
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception refused,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return switch (refused) {
      case MethodArgumentNotValidException invalid -> answer(problem(invalid), request);
      case HttpMessageNotReadableException unreadable -> answer(problem(unreadable), request);
      case MissingServletRequestParameterException missing ->
          answer(
              new ProblemException(
                  RequestProblem.PARAMETER_MISSING,
                  Map.of("name", FieldNames.of(missing.getParameterName()))),
              request);
      case MissingServletRequestPartException _ ->
          answer(new ProblemException(RequestProblem.FILE_MISSING), request);
      case HttpMediaTypeNotSupportedException wrong ->
          answer(
              new ProblemException(
                  RequestProblem.UNSUPPORTED_TYPE,
                  Map.of("type", wrong.getContentType() == null ? "—" : wrong.getContentType())),
              request);
      case HttpRequestMethodNotSupportedException wrong ->
          answer(
              new ProblemException(
                  RequestProblem.METHOD_NOT_ALLOWED, Map.of("method", wrong.getMethod())),
              request);
      case MaxUploadSizeExceededException tooLarge -> answer(problem(tooLarge), request);
      default -> byStatus(refused, status, request);
    };
  }

  private ResponseEntity<Object> byStatus(
      Exception refused, HttpStatusCode status, WebRequest request) {
    RequestProblem code =
        switch (status.value()) {
          case 404 -> RequestProblem.NOT_FOUND;
          case 406 -> RequestProblem.NOT_ACCEPTABLE;
          case 503 -> RequestProblem.UNAVAILABLE;
          default -> status.is4xxClientError() ? RequestProblem.UNREADABLE : RequestProblem.BUG;
        };
    return code == RequestProblem.BUG
        ? bug(refused, request)
        : answer(new ProblemException(code), request);
  }

  private static ProblemException problem(MethodArgumentNotValidException invalid) {
    List<Problem> problems =
        invalid.getBindingResult().getFieldErrors().stream().map(ProblemHandler::problem).toList();
    return new ProblemException(
        RequestProblem.INVALID_FIELDS, Map.of("count", problems.size()), problems);
  }

  private static Problem problem(FieldError error) {
    ConstraintViolation<?> violation = error.unwrap(ConstraintViolation.class);
    Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
    Text field = FieldNames.of(error.getField());
    Problem problem =
        switch (String.valueOf(error.getCode())) {
          case "NotNull", "NotBlank", "NotEmpty" ->
              Problem.error(RequestProblem.FIELD_REQUIRED, Map.of("field", field));
          case "Size" ->
              Problem.error(
                  RequestProblem.FIELD_SIZE,
                  Map.of(
                      "field", field,
                      "min", attributes.getOrDefault("min", 0),
                      "max", attributes.getOrDefault("max", 0)));
          case "Min", "DecimalMin" -> range(field, "≥ " + attributes.get("value"));
          case "Max", "DecimalMax" -> range(field, "≤ " + attributes.get("value"));
          default -> Problem.error(RequestProblem.FIELD_FORMAT, Map.of("field", field));
        };
    return problem.at(Problem.Place.field(error.getField()));
  }

  private static Problem range(Text field, String limit) {
    return Problem.error(RequestProblem.FIELD_RANGE, Map.of("field", field, "limit", limit));
  }

  private static ProblemException problem(HttpMessageNotReadableException unreadable) {
    String field = unreadable.getCause() instanceof JacksonException wrong ? path(wrong) : "";
    for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException refused) {
        return refused;
      }
    }
    return field.isEmpty()
        ? new ProblemException(RequestProblem.UNREADABLE)
        : new ProblemException(
            RequestProblem.UNREADABLE_FIELD, Map.of("field", FieldNames.of(field)));
  }

  private static String path(JacksonException wrong) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : wrong.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }

  /// A name too long for the header of its part is no file too large.
  private static ProblemException problem(MaxUploadSizeExceededException tooLarge) {
    for (Throwable cause = tooLarge.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SizeException) {
        return new ProblemException(RequestProblem.TOO_LARGE, Map.of("limit", "20 MB"));
      }
    }
    return new ProblemException(RequestProblem.FILE_NAME_TOO_LONG);
  }

  private static ResponseEntity<Object> answer(ProblemException refused, WebRequest request) {
    HttpServletRequest servletRequest = ((ServletWebRequest) request).getRequest();
    Language language = Language.ofHeader(servletRequest.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    ProblemResponse body = ProblemResponse.of(refused, language);
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (refused.args().get("retryAfterSeconds") instanceof Number seconds) {
      headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
    }
    return new ResponseEntity<>(body, headers, HttpStatusCode.valueOf(body.status()));
  }
}
